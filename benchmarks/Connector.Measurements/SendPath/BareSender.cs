using System.Net;

namespace Connector.Measurements.SendPath;

/// <summary>The least there is to do: post the bytes, read the answer.</summary>
internal sealed class BareSender(HttpClient http, RecordedRequest recorded) : ISender
{
    public string Name => "bare HttpClient";

    public async Task SendAsync()
    {
        using var request = recorded.Create();
        using var response = await http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        if (response.StatusCode != HttpStatusCode.Created)
        {
            throw new InvalidOperationException($"The sink answered {(int)response.StatusCode}.");
        }
    }
}
