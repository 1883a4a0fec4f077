using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Connector.Host.Problems;

namespace Connector.Host.Api;

/// <summary>Reads request bodies strictly: what is not understood is refused with its place, never ignored.</summary>
internal static class JsonBody
{
    /// <summary>The largest body; the server enforces it.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly JsonDocumentOptions WithoutDuplicates = new() { AllowDuplicateProperties = false };

    public static async Task<T> ReadAsync<T>(
        HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var body = await ReadJsonAsync(request, cancellationToken);
        return Parse(body, type, () => JsonSerializer.Deserialize(body, type));
    }

    /// <summary>Reads an object whose members the engine judges.</summary>
    public static async Task<JsonObject> ReadObjectAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await ReadJsonAsync(request, cancellationToken);
        return Parse(
            body,
            ApiJson.Context.JsonObject,
            () => JsonNode.Parse(body, documentOptions: WithoutDuplicates) as JsonObject);
    }

    private static Task<byte[]> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.HasJsonContentType()
            ? ReadBytesAsync(request, cancellationToken)
            : throw new ProblemException(KnownProblems.UnsupportedMediaType);

    private static T Parse<T>(byte[] body, JsonTypeInfo<T> type, Func<T?> parse)
        where T : class
    {
        try
        {
            return parse()
                ?? throw new ProblemException(KnownProblems.InvalidBody([new ProblemError("", "Must be an object.")]));
        }
        catch (JsonException exception)
        {
            throw new ProblemException(JsonBodyDiagnosis.Explain(body, type, exception));
        }
    }

    /// <summary>The body as it is.</summary>
    /// <exception cref="BadHttpRequestException">It is too large, or the caller broke off.</exception>
    public static async Task<byte[]> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;

        // The server's limit ends this with a 413 before more than MaxBytes are buffered.
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.IsCompleted)
            {
                var body = System.Buffers.BuffersExtensions.ToArray(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
