using System.Net.Http.Headers;

namespace Connector.Measurements.SendPath;

/// <summary>A request taken from a real client, to be sent again with the same bytes.</summary>
internal sealed record RecordedRequest(
    HttpMethod Method,
    Uri Address,
    IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers,
    IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> ContentHeaders,
    byte[] Body)
{
    public static async Task<RecordedRequest> FromAsync(HttpRequestMessage request) => new(
        request.Method,
        request.RequestUri!,
        [.. request.Headers],
        [.. request.Content!.Headers.Where(header => header.Key != "Content-Length")],
        await request.Content.ReadAsByteArrayAsync());

    public HttpRequestMessage Create()
    {
        var request = new HttpRequestMessage(Method, Address) { Content = new ByteArrayContent(Body) };
        Add(request.Headers, Headers);
        Add(request.Content.Headers, ContentHeaders);
        return request;
    }

    private static void Add(HttpHeaders target, IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        foreach (var (name, values) in headers)
        {
            target.TryAddWithoutValidation(name, values);
        }
    }
}
