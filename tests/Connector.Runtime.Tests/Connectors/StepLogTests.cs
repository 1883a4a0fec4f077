using Connector.Runtime.Connectors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Runtime.Tests.Connectors;

public sealed class StepLogTests
{
    private readonly FakeTimeProvider time = new();

    [Test]
    public void However_much_is_written_the_log_stays_small()
    {
        var log = new StepLog(time);

        Parallel.For(0, 10_000, _ => log.Add(new string('x', 100_000)));

        Assert.That(log.Steps, Has.Count.EqualTo(201));
        Assert.That(log.Steps.Max(step => step.Length), Is.LessThan(600));
        Assert.That(log.Steps[^1], Does.Contain("left out"));
    }

    [Test]
    public void Each_step_says_when_it_happened()
    {
        var log = new StepLog(time);
        time.Advance(TimeSpan.FromMilliseconds(1500));
        log.Add("Done.");

        Assert.That(log.Steps, Is.EqualTo(new[] { "1500 ms: Done." }));
    }

    [Test]
    public async Task What_a_connector_logs_during_a_test_reaches_the_test_and_the_host()
    {
        var host = new FakeLogger();
        var connector = new ConnectorLogger("acme", host, time);

        var steps = await Task.Run(() =>
        {
            var log = StepLog.Begin(time);
            connector.LogWarning("asked the provider");
            connector.LogTrace("too detailed");
            return log.Steps;
        });
        connector.LogInformation("another message");

        Assert.That(steps, Is.EqualTo(new[] { "0 ms: [Warning] asked the provider" }));
        Assert.That(host.Collector.Count, Is.EqualTo(3));
    }
}
