using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>Remembers which requests to send a message again have been answered how. Thread-safe.</summary>
internal sealed class ResendKeys(IdempotencyKeys keys, MessageWaiting waiting)
{
    /// <exception cref="ConnectorRequestException">No one may use such a key.</exception>
    public async Task<ResendKey?> ReadAsync(AcceptOptions options, string id, string? connector)
    {
        if (options.IdempotencyKey is not { } key)
        {
            return null;
        }

        IdempotencyKeys.Check(key);
        var fingerprint = await keys.FingerprintAsync($"resend\n{id}\n{connector}");
        return new ResendKey(options.Client ?? "", key, fingerprint);
    }

    /// <returns><see langword="null"/> when the key is new.</returns>
    /// <exception cref="ConnectorRequestException">It belongs to another request.</exception>
    public async Task<Acceptance?> FindAsync(ResendKey key, CancellationToken cancellationToken)
    {
        if (await keys.TryFindAsync(key.Client, key.Key, key.Fingerprint) is not { } answer)
        {
            return null;
        }

        var message = answer.Message ?? await waiting.ReadAsync(answer.MessageId, cancellationToken);
        return new Acceptance(message, IsReplay: true, answer.HasWaited);
    }

    public KeyClaim Take(ResendKey key, MessageResult message) => new(
        key.Client, key.Key, keys.Take(key.Client, key.Key, key.Fingerprint, message, TimeSpan.Zero));
}
