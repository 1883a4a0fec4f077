using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Guard;

public sealed class PluginThreadsTests
{
    private const int Limit = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task Work_that_blocks_holds_nothing_else_up_until_the_limit_is_reached()
    {
        using var release = new ManualResetEventSlim();
        var threads = new PluginThreads("test", Limit, _ => { });
        var blocked = Enumerable.Range(0, Limit - 1).Select(_ => BlockAsync(threads, release)).ToList();

        var name = await threads.RunAsync(() => Task.FromResult(Thread.CurrentThread.Name)).WaitAsync(Patience);

        Assert.That((name, blocked.Any(task => task.IsCompleted)), Is.EqualTo(("test", false)));
        release.Set();
        await Task.WhenAll(blocked).WaitAsync(Patience);
    }

    [Test]
    public async Task There_are_never_more_threads_than_the_limit()
    {
        using var release = new ManualResetEventSlim();
        using var full = new CountdownEvent(Limit);
        var threads = new PluginThreads("test", Limit, _ => { });
        var most = 0;
        var now = 0;

        var all = Enumerable.Range(0, Limit * 5).Select(_ => threads.RunAsync(() =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            if (!full.IsSet)
            {
                full.Signal();
            }

            release.Wait(CancellationToken.None);
            Interlocked.Decrement(ref now);
            return Task.FromResult(0);
        })).ToList();
        Assert.That(full.Wait(Patience), "all threads are in use");
        release.Set();
        await Task.WhenAll(all).WaitAsync(Patience);

        Assert.That((most, threads.Count), Is.EqualTo((Limit, Limit)));
    }

    [Test]
    public async Task What_follows_an_await_runs_on_the_same_threads()
    {
        var threads = new PluginThreads("test", Limit, _ => { });

        var name = await threads.RunAsync(async () =>
        {
            await Task.Yield();
            return Thread.CurrentThread.Name;
        }).WaitAsync(Patience);

        Assert.That(name, Is.EqualTo("test"));
        Assert.That(Thread.CurrentThread.Name, Is.Not.EqualTo("test"), "the host's own code");
    }

    [Test]
    public async Task An_exception_that_nobody_awaits_is_told_and_ends_nothing()
    {
        var told = new TaskCompletionSource<Exception>();
        var threads = new PluginThreads("test", limit: 1, told.SetResult);

        threads.Post(_ => ThrowLater(), state: null);
        var error = await told.Task.WaitAsync(Patience);
        var next = await threads.RunAsync(() => Task.FromResult("next")).WaitAsync(Patience);

        Assert.That((error.Message, next), Is.EqualTo(("async void", "next")));
    }

    [Test]
    public async Task What_flows_with_the_caller_flows_into_the_code()
    {
        var flowing = new AsyncLocal<string> { Value = "with the caller" };
        var threads = new PluginThreads("test", Limit, _ => { });

        var seen = await threads.RunAsync(() => Task.FromResult(flowing.Value)).WaitAsync(Patience);

        Assert.That(seen, Is.EqualTo("with the caller"));
    }

    private static Task<int> BlockAsync(PluginThreads threads, ManualResetEventSlim release) => threads.RunAsync(() =>
    {
        release.Wait(CancellationToken.None);
        return Task.FromResult(0);
    });

    private static void InterlockedMax(ref int target, int value)
    {
        var seen = Volatile.Read(ref target);
        while (value > seen)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen);
        }
    }

#pragma warning disable MA0155 // The fault under test.
    private static async void ThrowLater()
    {
        await Task.Yield();
        throw new InvalidOperationException("async void");
    }
#pragma warning restore MA0155
}
