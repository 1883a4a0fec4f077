using Microsoft.Extensions.Time.Testing;

namespace TwilioSimulator.Tests.Progress;

/// <summary>Jumps a second between the moment a wait is computed and the moment its timer is set.</summary>
internal sealed class JumpingClock : FakeTimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Advance(TimeSpan.FromSeconds(1));
        return base.CreateTimer(callback, state, dueTime, period);
    }
}
