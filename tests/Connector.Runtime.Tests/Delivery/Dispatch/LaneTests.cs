using Connector.Runtime.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Runtime.Tests.Delivery;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LaneTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider time = new();

    [Test]
    public async Task A_message_wakes_the_pump_unless_a_limit_holds_back_every_message(
        [Values] HeldBack reason)
    {
        using var lane = new Lane("test", places: 5);
        var waiting = lane.WaitAsync(Wait, reason, time, CancellationToken.None);

        lane.Offer();

        await AssertWokenAsync(waiting, reason == HeldBack.No);
    }

    [Test]
    public async Task A_message_that_is_through_wakes_the_pump_unless_only_time_helps([Values] HeldBack reason)
    {
        using var lane = new Lane("test", places: 5);
        lane.Take(1);
        lane.HasBacklog = true;
        var waiting = lane.WaitAsync(Wait, reason, time, CancellationToken.None);

        lane.Release(1);

        await AssertWokenAsync(waiting, reason != HeldBack.ByRate);
    }

    [Test]
    public async Task A_message_that_gets_through_while_the_pump_looks_has_it_look_again_unless_only_time_helps(
        [Values] HeldBack reason)
    {
        using var lane = new Lane("test", places: 5);
        lane.Take(1);

        lane.BeginLook();
        lane.Release(1);
        lane.HasBacklog = true;
        var waiting = lane.WaitAsync(Wait, reason, time, CancellationToken.None);

        await AssertWokenAsync(waiting, reason != HeldBack.ByRate);
    }

    [Test]
    public async Task A_message_that_gets_through_while_the_pump_finds_nothing_more_changes_nothing()
    {
        using var lane = new Lane("test", places: 5);
        lane.Take(1);

        lane.BeginLook();
        lane.Release(1);
        var waiting = lane.WaitAsync(Wait, HeldBack.No, time, CancellationToken.None);

        await AssertWokenAsync(waiting, expected: false);
    }

    [Test]
    public async Task A_change_of_settings_wakes_a_pump_that_is_held_back()
    {
        using var lane = new Lane("test", places: 5);
        var waiting = lane.WaitAsync(Wait, HeldBack.ByRate, time, CancellationToken.None);

        lane.Wake();

        await AssertWokenAsync(waiting, expected: true);
    }

    [Test]
    public void Places_that_were_not_needed_wake_nobody()
    {
        using var lane = new Lane("test", places: 1);
        lane.Take(1);
        var waiting = lane.WaitAsync(Wait, HeldBack.No, time, CancellationToken.None);

        lane.Return(1);

        Assert.That((waiting.IsCompleted, lane.Take(1)), Is.EqualTo((false, 1)));
        time.Advance(Wait);
    }

    private async Task AssertWokenAsync(Task waiting, bool expected)
    {
        if (!expected)
        {
            await Task.Yield();
            Assert.That(waiting.IsCompleted, Is.False);
            time.Advance(Wait);
        }

        await waiting.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
