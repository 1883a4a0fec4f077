using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>An engine that keeps what failed, and what tests ask of it.</summary>
internal abstract class ResendFixture(StorageProvider provider) : DeliveryFixture(provider)
{
    protected static readonly SendOutcome Invalid = new SendOutcome.Refused(RefusalReason.InvalidRecipient);

    private static readonly AcceptOptions Nobody = new();

    protected MessageResend Resend => Engine.Get<MessageResend>();

    [SetUp]
    public void Keep() => Engine.RuntimeOptions.Delivery.KeepFailedContent = true;

    protected Task<Acceptance?> ResendAsync(string id, string? connector = null, AcceptOptions? options = null) =>
        Resend.ResendAsync(id, connector, options ?? Nobody, CancellationToken.None);

    protected async Task<Acceptance?> TryResendAsync(string id)
    {
        try
        {
            return await ResendAsync(id);
        }
        catch (ConnectorRequestException)
        {
            return null;
        }
    }

    protected async Task<ConnectorRequestException> RefusalAsync(
        string id, string? connector = null, AcceptOptions? options = null) =>
        (await Assert.ThrowsAsync<ConnectorRequestException>(() => ResendAsync(id, connector, options)))!;

    protected async Task<bool> HasContentAsync(string id) => await Engine.Database.ReadAsync(session =>
        session.ReadNumberAsync("SELECT count(*) FROM messages WHERE id = $1 AND content IS NOT NULL", id)) == 1;
}
