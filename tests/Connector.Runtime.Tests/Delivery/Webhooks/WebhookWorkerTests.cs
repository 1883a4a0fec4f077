using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
internal sealed class WebhookWorkerTests(StorageProvider provider) : EventTestCase(provider)
{
    private CancellationTokenSource stopping;
    private Task running = Task.CompletedTask;

    [SetUp]
    public void Prepare()
    {
        stopping = new CancellationTokenSource();
        running = Task.CompletedTask;
    }

    [TearDown]
    public async Task Stop()
    {
        // What still hangs ends at once.
        await Receiver.DisposeAsync();
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    [Test]
    public async Task A_receiver_that_hangs_does_not_keep_others_from_their_events()
    {
        Receiver.Answer = _ => WebhookReceiver.Hang;
        await using var healthy = new WebhookReceiver();
        await Engine.SubscribeAsync(Receiver.Url);
        await Engine.SubscribeAsync(healthy.Url, "message.failed");
        for (var count = 0; count < 100; count++)
        {
            await Engine.TellAsync(MessageStatus.Delivered);
        }

        Start();
        await Receiver.NextAsync();
        await Engine.TellAsync(MessageStatus.Failed);
        Engine.Signal.Set();

        Assert.That((await healthy.NextAsync()).Json.GetProperty("type").GetString(), Is.EqualTo("message.failed"));
    }

    [Test]
    public async Task Events_are_sent_soon_after_they_were_recorded_without_being_asked_for()
    {
        await Engine.SubscribeAsync(Receiver.Url);
        Start();

        await Engine.TellAsync();
        Engine.Time.Advance(TimeSpan.FromMilliseconds(50));

        Assert.That((await Receiver.NextAsync()).Id, Does.StartWith("evt_"));
    }

    [Test]
    public async Task An_attempt_that_the_end_of_the_application_cuts_short_is_made_again_by_the_next()
    {
        Receiver.Answer = _ => WebhookReceiver.Hang;
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        await Engine.TellAsync();
        using var cutShort = new CancellationTokenSource();
        await Engine.Rounds.RunAsync(cutShort.Token, CancellationToken.None);
        var first = await Receiver.NextAsync();

        await cutShort.CancelAsync();
        await Engine.Rounds.FinishAsync();
        Assert.That((await Engine.OnlyDeliveryAsync(webhook.Id)).Error, Is.EqualTo("interrupted"));

        Receiver.Answer = _ => "200 OK";
        Start();
        Assert.That((await Receiver.NextAsync()).Id, Is.EqualTo(first.Id));
    }

    private void Start() => running = Engine.Worker.RunAsync(stopping.Token);
}
