using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Who is told what becomes of messages. Thread-safe.</summary>
public sealed class WebhookService
{
    private const long MaxWebhooks = 100;

    private const string Insert =
        "INSERT INTO webhooks (id, url, events, description, is_enabled, secret, created_at, updated_at) " +
        "SELECT $1, $2, $3, CAST($4 AS TEXT), $5, $6, $7, $7 WHERE (SELECT count(*) FROM webhooks) < $8";

    private const string Update =
        "UPDATE webhooks SET url = $2, events = $3, description = $4, is_enabled = $5, disabled_reason = $6, " +
        "updated_at = $7 WHERE id = $1";

    private const string Rotate =
        "UPDATE webhooks SET old_secret = secret, old_secret_until = $3, secret = $2, updated_at = $4 WHERE id = $1";

    private readonly Database database;
    private readonly SubscriptionReader subscriptions;
    private readonly SealedData sealedData;
    private readonly WebhookRules rules;
    private readonly TimeProvider timeProvider;

    internal WebhookService(
        Database database,
        SubscriptionReader subscriptions,
        SealedData sealedData,
        WebhookRules rules,
        TimeProvider timeProvider)
    {
        this.database = database;
        this.subscriptions = subscriptions;
        this.sealedData = sealedData;
        this.rules = rules;
        this.timeProvider = timeProvider;
    }

    /// <summary>The longest time that a former secret may go on signing.</summary>
    /// <value>7 days.</value>
    public static TimeSpan MaxOverlap => TimeSpan.FromDays(7);

    /// <summary>How long a former secret goes on signing unless told otherwise.</summary>
    /// <value>24 hours.</value>
    public static TimeSpan DefaultOverlap => TimeSpan.FromHours(24);

    /// <summary>Lists all webhooks, the oldest first.</summary>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>The webhooks, without secrets.</returns>
    /// <exception cref="StorageException">The database can't be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<IReadOnlyList<Webhook>> ListAsync(CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => WebhookRows.ListAsync(session, timeProvider.GetUtcNow()), cancellationToken);

    /// <summary>Finds one webhook.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>The webhook, without secret.</returns>
    /// <exception cref="ConnectorRequestException">There is no such webhook.</exception>
    /// <exception cref="StorageException">The database can't be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public Task<Webhook> GetAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        session => WebhookRows.GetAsync(session, id, timeProvider.GetUtcNow()), cancellationToken);

    /// <summary>Adds a webhook. When it returns, this host records events for it, the others within a second.</summary>
    /// <param name="settings">What it is to be.</param>
    /// <returns>The webhook with its secret, which is never shown again.</returns>
    /// <exception cref="ConnectorRequestException">The settings are wrong, or there are too many webhooks.</exception>
    /// <exception cref="StorageException">Nothing was changed.</exception>
    public async Task<Webhook> CreateAsync(WebhookSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var complete = settings with
        {
            Url = settings.Url ?? "",
            Events = settings.Events ?? [],
            Enabled = settings.Enabled ?? true,
        };
        rules.ThrowIfWrong(complete);
        var now = timeProvider.GetUtcNow();
        var id = $"whk_{Guid.CreateVersion7(now):n}";
        var key = WebhookSecret.Create();
        var changed = await database.WriteAsync(
        [
            new Statement(
                Insert,
                id,
                complete.Url,
                EventTypes.BitsOf(complete.Events),
                NullIfEmpty(complete.Description),
                complete.Enabled == true ? 1L : 0L,
                sealedData.SealSetting(key),
                now.ToStored(),
                MaxWebhooks),
        ]);
        ThrowIfFull(changed[0]);
        await subscriptions.AnnounceAsync();
        return await GetAsync(id, CancellationToken.None) with { Secret = WebhookSecret.Format(key) };
    }

    /// <summary>Changes a webhook. Enabling one that was switched off sends what is still pending.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="settings">What is to change.</param>
    /// <returns>The webhook as it is now, without secret.</returns>
    /// <exception cref="ConnectorRequestException">There is no such webhook, or the settings are wrong.</exception>
    /// <exception cref="StorageException">Nothing was changed.</exception>
    public async Task<Webhook> ChangeAsync(string id, WebhookSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        rules.ThrowIfWrong(settings);
        var webhook = await database.TransactAsync(async session =>
        {
            var now = timeProvider.GetUtcNow();
            var changed = Apply(await WebhookRows.GetAsync(session, id, now), settings);
            await session.ExecuteAsync(
                Update,
                id,
                changed.Url,
                EventTypes.BitsOf(changed.Events),
                changed.Description,
                changed.Enabled ? 1L : 0L,
                changed.DisabledReason,
                now.ToStored());
            return await WebhookRows.GetAsync(session, id, now);
        });
        await subscriptions.AnnounceAsync();
        return webhook;
    }

    /// <summary>Removes a webhook; what was pending for it is not sent any more.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="ConnectorRequestException">There is no such webhook.</exception>
    /// <exception cref="StorageException">Nothing was changed.</exception>
    public async Task DeleteAsync(string id)
    {
        var changed = await database.WriteAsync([new Statement("DELETE FROM webhooks WHERE id = $1", id)]);
        ThrowIfNotFound(changed[0]);
        await subscriptions.AnnounceAsync();
    }

    /// <summary>Gives a webhook a new secret. The former one signs beside it for a while; any before it ends.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="overlap">For how long, from zero to <see cref="MaxOverlap"/>.</param>
    /// <returns>The webhook with its new secret, which is never shown again.</returns>
    /// <exception cref="ConnectorRequestException">
    /// There is no such webhook, or <paramref name="overlap"/> is out of range.
    /// </exception>
    /// <exception cref="StorageException">Nothing was changed.</exception>
    public async Task<Webhook> RotateSecretAsync(string id, TimeSpan overlap)
    {
        WebhookRules.ThrowIfOutOfRange(overlap);
        var now = timeProvider.GetUtcNow();
        var key = WebhookSecret.Create();
        var changed = await database.WriteAsync(
        [
            new Statement(
                Rotate, id, sealedData.SealSetting(key), (now + overlap).ToStored(), now.ToStored()),
        ]);
        ThrowIfNotFound(changed[0]);
        return await GetAsync(id, CancellationToken.None) with { Secret = WebhookSecret.Format(key) };
    }

    private static Webhook Apply(Webhook webhook, WebhookSettings settings) => webhook with
    {
        Url = settings.Url ?? webhook.Url,
        Events = settings.Events ?? webhook.Events,
        Description = settings.Description is null ? webhook.Description : NullIfEmpty(settings.Description),
        Enabled = settings.Enabled ?? webhook.Enabled,

        // What an administrator decided has no other reason.
        DisabledReason = settings.Enabled is null ? webhook.DisabledReason : null,
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static void ThrowIfNotFound(int changed)
    {
        if (changed == 0)
        {
            throw WebhookRows.NotFound();
        }
    }

    private static void ThrowIfFull(int changed)
    {
        if (changed == 0)
        {
            throw new ConnectorRequestException(
                ConnectorRequestKind.Conflict,
                "too_many_webhooks",
                "There are too many webhooks",
                $"There can be {MaxWebhooks}. Delete one that isn't used any more.");
        }
    }
}
