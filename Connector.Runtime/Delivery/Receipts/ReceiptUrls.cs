using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>The addresses at which providers report what became of a message. Thread-safe.</summary>
internal sealed class ReceiptUrls(IOptions<ConnectorRuntimeOptions> options)
{
    /// <summary>Whether receipts can come at all.</summary>
    public bool IsConfigured => options.Value.Delivery.PublicUrl is not null;

    private string? Root => options.Value.Delivery.PublicUrl?.AbsoluteUri.TrimEnd('/');

    /// <summary>Where the provider of a connector reports what became of one attempt to send a message.</summary>
    /// <returns><see langword="null"/> when no public address is configured.</returns>
    public Uri? For(string connector, string messageId, int attempt) => Root is { } root
        ? new Uri($"{root}{options.Value.CallbackPath}/{connector}?{new ReceiptAddress(messageId, attempt).ToQuery()}")
        : null;

    /// <summary>The address that the provider called, whatever proxies made of it on the way.</summary>
    /// <param name="target">Path and query as they arrived.</param>
    /// <returns><see langword="null"/> when no public address is configured.</returns>
    public string? Called(string target) => Root is { } root ? root + target : null;
}
