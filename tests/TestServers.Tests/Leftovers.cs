using TestServers.Processes;

namespace TestServers.Tests;

internal static class Leftovers
{
    /// <summary>The watchdogs are among the processes and end last, when the folder is gone.</summary>
    public static async Task AssertNoneAsync(IReadOnlyList<int> processes, string folder)
    {
        await ProcessTree.WaitForExitAsync(processes);

        Assert.That(folder, Does.Not.Exist);
    }
}
