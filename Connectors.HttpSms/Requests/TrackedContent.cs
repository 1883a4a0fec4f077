using System.Net;

namespace Connectors.HttpSms.Requests;

/// <summary>
/// A body that knows whether it began to leave: until then the provider can't have processed the request.
/// </summary>
internal sealed class TrackedContent : HttpContent
{
    private readonly byte[] bytes;
    private volatile bool hasStarted;

    public TrackedContent(byte[] bytes, string? contentType)
    {
        this.bytes = bytes;
        if (contentType is not null)
        {
            Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    public bool HasStarted => hasStarted;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken)
    {
        hasStarted = true;
        return stream.WriteAsync(bytes, 0, bytes.Length, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
