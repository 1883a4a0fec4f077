using System.Net;

namespace Connectors.TwilioSms.Sending;

/// <summary>
/// A form body that knows whether it began to leave: until then the provider can't have processed the request.
/// </summary>
internal sealed class FormContent : HttpContent
{
    private readonly byte[] form;
    private volatile bool hasStarted;

    public FormContent(byte[] form)
    {
        this.form = form;
        Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
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
        return stream.WriteAsync(form, 0, form.Length, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = form.Length;
        return true;
    }
}
