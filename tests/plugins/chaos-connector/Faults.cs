using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace TestPlugins;

internal static class Faults
{
    private static readonly Queue<byte[]> Kept = new();

    public static async void ThrowInAsyncVoid()
    {
        await Task.Yield();
        throw new InvalidOperationException("async void");
    }

    public static void ThrowOnThread()
    {
        var thread = new Thread(() => throw new InvalidOperationException("thread"));
        thread.Start();
        thread.Join();
    }

    public static void LeakThreads()
    {
        for (var i = 0; i < 4; i++)
        {
            new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = true }.Start();
        }
    }

    /// <summary>A megabyte for each message, of which the last sixty-four are kept.</summary>
    public static void Allocate()
    {
        lock (Kept)
        {
            Kept.Enqueue(new byte[1 << 20]);
            if (Kept.Count > 64)
            {
                Kept.Dequeue();
            }
        }
    }

    public static void Flood(ILogger logger)
    {
        var line = new string('x', 200);
        for (var i = 0; i < 1_000; i++)
        {
            logger.Log(LogLevel.Warning, default, line, null, (state, _) => state);
        }
    }

    public static int Overflow(int depth) => Overflow(depth + 1) + depth;
}
