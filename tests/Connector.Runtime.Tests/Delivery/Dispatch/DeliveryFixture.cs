using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using TestServers;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>An engine on one of the databases, and what tests ask of it.</summary>
internal abstract class DeliveryFixture(StorageProvider provider) : IAsyncDisposable
{
    protected static readonly SendOutcome Accepted = new SendOutcome.Accepted("SM1");
    protected static readonly SendOutcome Unavailable = new SendOutcome.Refused(RefusalReason.ProviderUnavailable);
    protected static readonly SendOutcome Lost = new SendOutcome.Unknown("Lost.");

    protected static readonly SendRequest Request = new()
    {
        To = "+14155550100", UsageType = "SignIn", Payload = JsonElement.Parse("""{"code":"483920"}"""),
    };

    protected TestEngine Engine { get; private set; }

    [SetUp]
    public async Task Open() => Engine = new TestEngine(
        provider == StorageProvider.Postgres
            ? await (await SharedServers.PostgresOrIgnoreAsync()).CreateDatabaseAsync()
            : null);

    public async ValueTask DisposeAsync()
    {
        if (Engine is not null)
        {
            await Engine.DisposeAsync();
        }
    }

    protected async Task<MessageResult> SettleAsync(SendRequest request) =>
        await Engine.SettledAsync((await Engine.Messages.AcceptAsync(request)).Message.Id);
}
