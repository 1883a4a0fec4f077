using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Runtime.Tests.Guard;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PluginGuardTests
{
    private const int MaxThreads = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly FakeLogger log = new();
    private readonly PluginGuard guard;

    public PluginGuardTests() => guard = new PluginGuard("acme", MaxThreads, time, log);

    [Test]
    public void Nine_faults_in_a_row_are_borne_and_the_tenth_is_one_too_many()
    {
        Fail(9);
        Assert.That(guard.Quarantine, Is.Null);

        Fail(1);

        var quarantine = guard.Quarantine!;
        Assert.That(quarantine.Kind.Code, Is.EqualTo("REPEATED_FAULTS"));
        Assert.That(quarantine.Cause, Is.EqualTo(
            "The host doesn't call the plugin until 2026-01-02 03:05:05Z: "
            + "10 of its calls in a row went wrong, the last by IOException in connector one."));
        Assert.That(quarantine.Until, Is.EqualTo(time.GetUtcNow() + First));
    }

    [Test]
    public void A_success_between_faults_begins_the_count_anew()
    {
        Fail(9);
        guard.ReportSuccess();
        Fail(9);

        Assert.That(guard.Quarantine, Is.Null);
    }

    [Test]
    public void A_quarantine_is_logged_once_with_code_cause_and_fix_however_many_faults_follow()
    {
        Fail(30);

        var entry = log.Collector.GetSnapshot().Single();
        Assert.That(entry.Id.Id, Is.EqualTo(2280));
        Assert.That(entry.Message, Does.Contain("REPEATED_FAULTS").And.Contain("/api/v1/plugins/acme/release"));
    }

    [Test]
    public void Time_ends_it_and_one_more_fault_begins_it_again_for_twice_as_long()
    {
        Fail(10);
        time.Advance(First);
        Assert.That(guard.Quarantine, Is.Null);

        Fail(1);

        Assert.That(guard.Quarantine!.Until, Is.EqualTo(time.GetUtcNow() + (2 * First)));
    }

    [Test]
    public void No_quarantine_is_longer_than_an_hour()
    {
        Fail(10);
        for (var i = 0; i < 20; i++)
        {
            time.Advance(guard.Quarantine!.Until - time.GetUtcNow());
            Fail(guard.Quarantine is null ? 1 : 0);
        }

        Assert.That(guard.Quarantine!.Until - time.GetUtcNow(), Is.EqualTo(TimeSpan.FromHours(1)));
    }

    [Test]
    public void A_success_after_it_ends_the_probation()
    {
        Fail(10);
        time.Advance(First);
        Assert.That(guard.Quarantine, Is.Null);

        guard.ReportSuccess();
        Fail(9);

        Assert.That(guard.Quarantine, Is.Null);
    }

    [Test]
    public void Whoever_behaved_for_an_hour_begins_with_the_shortest_again()
    {
        Fail(10);
        time.Advance(First);
        Assert.That(guard.Quarantine, Is.Null);
        guard.ReportSuccess();
        time.Advance(TimeSpan.FromMinutes(61));

        Fail(10);

        Assert.That(guard.Quarantine!.Until, Is.EqualTo(time.GetUtcNow() + First));
    }

    [Test]
    public void A_release_ends_it_at_once_and_forgets_the_faults()
    {
        Assert.That(guard.Release(), Is.False, "nothing to release");
        Fail(10);

        Assert.That((guard.Release(), guard.Quarantine), Is.EqualTo((true, (Quarantine?)null)));

        Fail(9);
        Assert.That(guard.Quarantine, Is.Null);
    }

    [Test]
    public async Task A_call_that_ends_soon_after_its_deadline_counts_for_nothing()
    {
        var ended = new TaskCompletionSource();
        var accounting = guard.AccountForAsync(ended.Task, "send");
        time.Advance(TimeSpan.FromSeconds(1));
        ended.SetResult();
        await accounting.WaitAsync(Patience);

        Assert.That((guard.HangingCalls, log.Collector.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Calls_that_still_run_are_counted_until_they_end()
    {
        var ended = new TaskCompletionSource();
        var accounting = HangAsync(ended.Task);
        Assert.That(guard.HangingCalls, Is.EqualTo(1));

        ended.SetResult();
        await accounting.WaitAsync(Patience);

        Assert.That(guard.HangingCalls, Is.Zero);
        Assert.That(log.Collector.GetSnapshot().Select(entry => entry.Id.Id), Is.EqualTo([2283, 2284]));
    }

    [Test]
    public void As_many_hanging_calls_as_half_the_threads_are_one_too_many_whatever_succeeds_meanwhile()
    {
        for (var i = 0; i < MaxThreads / 2; i++)
        {
            Assert.That(guard.Quarantine, Is.Null);
            _ = HangAsync(new TaskCompletionSource().Task);
            guard.ReportSuccess();
        }

        Assert.That(guard.Quarantine!.Kind.Code, Is.EqualTo("CALLS_HANG"));
        Assert.That(guard.Quarantine.Cause, Does.Contain("4 of its calls were given up and still run"));
    }

    [Test]
    public void The_calls_that_hung_before_a_release_are_not_held_against_it_again()
    {
        for (var i = 0; i < MaxThreads / 2; i++)
        {
            _ = HangAsync(new TaskCompletionSource().Task);
        }

        guard.Release();
        _ = HangAsync(new TaskCompletionSource().Task);

        Assert.That((guard.Quarantine, guard.HangingCalls), Is.EqualTo(((Quarantine?)null, 5)));
    }

    [Test]
    public void Three_unhandled_exceptions_in_ten_minutes_are_one_too_many()
    {
        Escape();
        time.Advance(TimeSpan.FromMinutes(11));
        Escape();
        Escape();
        Assert.That(guard.Quarantine, Is.Null);

        Escape();

        Assert.That(guard.Quarantine!.Kind.Code, Is.EqualTo("UNHANDLED_EXCEPTIONS"));
        Assert.That(guard.Quarantine.Cause, Does.Contain("3 exceptions").And.Contain("IOException"));
    }

    [Test]
    public void A_flood_of_unhandled_exceptions_is_not_a_flood_of_the_log()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Escape();
        }

        time.Advance(TimeSpan.FromMinutes(1));
        Escape();

        var entries = log.Collector.GetSnapshot().Where(entry => entry.Id.Id == 2285).ToList();
        Assert.That(entries, Has.Count.EqualTo(4));
        Assert.That(entries[^1].Message, Does.Contain("997 more"));
        Assert.That(entries.Select(entry => entry.Message), Has.None.Contains("secret"));
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
        {
            guard.ReportFault("one", nameof(IOException));
        }
    }

    private void Escape()
    {
        guard.ReportSuccess();
        guard.ReportUnhandled(new IOException("secret"));
    }

    private Task HangAsync(Task ended)
    {
        var before = guard.HangingCalls;
        var accounting = guard.AccountForAsync(ended, "send");
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(() => guard.HangingCalls, Is.EqualTo(before + 1).After((int)Patience.TotalMilliseconds, 1));
        return accounting;
    }
}
