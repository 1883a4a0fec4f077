using System.Collections.Concurrent;
using System.Globalization;

namespace Connector.Runtime.Plugins;

/// <summary>
/// What signals told of. Files that were packed alike have one time and often one length, whatever is in them: only the
/// signal tells that one was moved over the other. Thread-safe.
/// </summary>
internal sealed class DropTouches(string folder)
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private int all;

    /// <param name="path">Where something happened; <see langword="null"/> when that is unknown.</param>
    public void Add(string? path)
    {
        if (path is null)
        {
            Interlocked.Increment(ref all);
            return;
        }

        var name = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[0];
        counts.AddOrUpdate(Path.Combine(folder, name), 1, (_, count) => count + 1);
    }

    /// <summary>Changes whenever something happened at or below a path.</summary>
    /// <param name="entry">Absolute path of an entry of the folder.</param>
    public string Of(string entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{all}.{counts.GetValueOrDefault(entry)}|");
}
