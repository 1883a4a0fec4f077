using Microsoft.Extensions.Time.Testing;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>
/// A clock that can be set while timers and time stamps go on, as when an operator sets a machine's clock.
/// </summary>
internal sealed class JumpingClock() : FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
{
    private long jumped;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref jumped));

    // The base takes it from the time of day.
    public override long GetTimestamp() => base.GetTimestamp() - Volatile.Read(ref jumped);

    public void Jump(TimeSpan by) => Interlocked.Add(ref jumped, by.Ticks);

    /// <summary>Lets time pass until a task has ended.</summary>
    public async Task<T> PassUntilAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(1), System, CancellationToken.None);
        }

        return await task;
    }
}
