using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>The addresses at which providers report what became of a message. Thread-safe.</summary>
internal sealed class ReceiptUrls(IOptions<ConnectorRuntimeOptions> options)
{
    private const string MessageParameter = "m=";

    /// <summary>Whether receipts can come at all.</summary>
    public bool IsConfigured => options.Value.Delivery.PublicUrl is not null;

    private string? Root => options.Value.Delivery.PublicUrl?.AbsoluteUri.TrimEnd('/');

    /// <summary>Where the provider of a connector reports one message.</summary>
    /// <returns><see langword="null"/> when no public address is configured.</returns>
    public Uri? For(string connector, string messageId) => Root is { } root
        ? new Uri($"{root}{options.Value.CallbackPath}/{connector}?{MessageParameter}{messageId}")
        : null;

    /// <summary>The address that the provider called, whatever proxies made of it on the way.</summary>
    /// <param name="target">Path and query as they arrived.</param>
    /// <returns><see langword="null"/> when no public address is configured.</returns>
    public string? Called(string target) => Root is { } root ? root + target : null;

    /// <summary>The message that an address of <see cref="For"/> names.</summary>
    /// <param name="target">Path and query as they arrived.</param>
    /// <returns><see langword="null"/> when it names none.</returns>
    public static string? MessageIdIn(string target)
    {
        var start = target.IndexOf('?', StringComparison.Ordinal);
        var query = start < 0 ? [] : target.AsSpan(start + 1);
        foreach (var range in query.Split('&'))
        {
            if (query[range].StartsWith(MessageParameter, StringComparison.Ordinal))
            {
                return query[range][MessageParameter.Length..].ToString();
            }
        }

        return null;
    }
}
