using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>The addresses at which providers report what became of a message. Thread-safe.</summary>
internal sealed class ReceiptUrls(IOptions<ConnectorRuntimeOptions> options)
{
    /// <returns><see langword="null"/> when no public address is configured.</returns>
    public Uri? For(string connector, string messageId) => options.Value.Delivery.PublicUrl is { } address
        ? new Uri($"{address.AbsoluteUri.TrimEnd('/')}{options.Value.CallbackPath}/{connector}?m={messageId}")
        : null;
}
