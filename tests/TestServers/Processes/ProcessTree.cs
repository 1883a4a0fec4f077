using System.Globalization;

namespace TestServers.Processes;

/// <summary>A process with all its descendants, as <c>/proc</c> tells.</summary>
internal static class ProcessTree
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static IReadOnlyList<int> From(int root)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(folder => ParseId(Path.GetFileName(folder)))
            .OfType<int>()
            .ToLookup(ParentOf);
        var tree = new List<int> { root };
        for (var next = 0; next < tree.Count; next++)
        {
            tree.AddRange(children[tree[next]]);
        }

        return tree;
    }

    /// <exception cref="TimeoutException">One of them still runs after a minute.</exception>
    public static Task WaitForExitAsync(IReadOnlyList<int> ids) => WaitUntilAsync(() => !ids.Any(IsRunning));

    public static bool IsPaused(int id) => ReadState(id) is ["T", ..];

    /// <exception cref="TimeoutException">It isn't so after a minute.</exception>
    public static async Task WaitUntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!condition())
        {
            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException("The processes of a test server don't do what they were told.");
            }

            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }

    // One that ended, but that nobody has waited for yet, runs no longer.
    private static bool IsRunning(int id) => ReadState(id) is { } state && state[0] is not ("Z" or "X");

    private static int? ParentOf(int id) => ReadState(id) is { } state ? ParseId(state[1]) : null;

    private static string[]? ReadState(int id)
    {
        try
        {
            // The name in brackets may hold anything; the state and the parent follow it.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int? ParseId(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
