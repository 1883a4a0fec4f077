using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Tests.Delivery;

internal sealed class WebhookOutageTests
{
    [Test]
    public async Task A_database_that_fails_for_a_while_is_told_once_and_then_events_go_out()
    {
        await using var engine = await EventsEngine.CreateAsync(StorageProvider.Sqlite);
        await using var receiver = new WebhookReceiver();
        using var stopping = new CancellationTokenSource();
        var running = engine.Worker.RunAsync(stopping.Token);
        for (var look = 0; look < 3; look++)
        {
            engine.Signal.Set();
            engine.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await engine.Database.OpenAsync(CancellationToken.None);
        await engine.SubscribeAsync(receiver.Url);
        await engine.TellAsync();
        engine.Signal.Set();
        await receiver.NextAsync();
        await stopping.CancelAsync();
        await running;

        var log = engine.Log.GetSnapshot();
        Assert.That(log.Count(record => record.Id.Id == 2223 && record.Level == LogLevel.Error), Is.EqualTo(1));
        Assert.That(log.Count(record => record.Id.Id == 2224), Is.EqualTo(1));
    }
}
