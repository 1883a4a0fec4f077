using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>Each test has a database of its own, and a receiver.</summary>
internal abstract class EventTestCase(StorageProvider provider)
{
    protected EventsEngine Engine { get; private set; } = null!;

    protected WebhookReceiver Receiver { get; private set; } = null!;

    [SetUp]
    public async Task Open()
    {
        Engine = await EventsEngine.OpenAsync(provider);
        Receiver = new WebhookReceiver();
    }

    [TearDown]
    public async Task Close()
    {
        if (Engine is not null)
        {
            await Engine.DisposeAsync();
            await Receiver.DisposeAsync();
        }
    }
}
