using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Host.Tests.Api;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class InFlightTests
{
    private const string SlowPhone = "+34600000077";

    // Unlike any other time that the host waits for.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(7);

    private readonly WatchedTime time = new(Delay);

    [TestCase("""{"config":{"templates":[{"usageType":"Generic","content":"new {{code}}"}]}}""")]
    [TestCase("""{"enabled":false}""")]
    [TestCase(null)]
    public async Task What_is_being_sent_is_sent_as_the_connector_was(string? patch)
    {
        await using var host = await TestHost.StartAsync(
            configure: builder => builder.Services.AddSingleton<TimeProvider>(time));
        await host.Client.CreateAsync($$$"""
            { "name": "mine", "plugin": "sandbox",
              "config": { "templates": [{ "usageType": "Generic", "content": "old {{code}}" }],
                          "numbers": [{ "phone": "{{{SlowPhone}}}", "behaviour": "slow", "delay": "00:00:07" }] } }
            """);
        var sending = host.Client.TestAsync("mine", SlowPhone);
        await time.Waiting;

        if (patch is null)
        {
            await host.Client.RemoveAsync("mine");
        }
        else
        {
            var (changed, _) = await host.Client.ChangeAsync("mine", patch);
            Assert.That(changed.Text("state"), Is.EqualTo(patch.Contains("enabled") ? "disabled" : "running"));
        }

        Assert.That(sending.IsCompleted, Is.False);
        time.Advance(Delay);

        Assert.That(await sending, Is.EqualTo("old 000000"));
    }

    /// <summary>Stands still, and tells when somebody waits for a certain time.</summary>
    private sealed class WatchedTime(TimeSpan awaited) : FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60))
    {
        private readonly TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waiting => waiting.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == awaited)
            {
                waiting.TrySetResult();
            }

            return timer;
        }
    }
}
