namespace Connector.Measurements.SendPath;

/// <summary>Many sends, some at a time.</summary>
internal static class SendLoad
{
    private const int AtATime = 16;

    public static async Task<SendRound> RunAsync(ISender sender, int sends)
    {
        var left = sends;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var started = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await sender.SendAsync();
            }
        })));
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        var cpuUsed = Environment.CpuUsage.TotalTime - cpu;
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new SendRound(
            sends / elapsed.TotalSeconds, cpuUsed.TotalMicroseconds / sends, (double)bytes / sends);
    }
}
