using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Connector.Host.Development;

/// <summary>Hears of changes in a project's folder, but for what the build itself writes.</summary>
internal sealed class ProjectSources : IDisposable
{
    // An editor writes a file in several steps, and saves several files at once.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, bool> changed = new(StringComparer.Ordinal);
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly FileSystemWatcher watcher;
    private readonly string folder;

    public ProjectSources(string folder)
    {
        this.folder = folder;
        watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, change) => Hear(change.FullPath);
        watcher.Created += (_, change) => Hear(change.FullPath);
        watcher.Deleted += (_, change) => Hear(change.FullPath);
        watcher.Renamed += (_, change) => Hear(change.FullPath);
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits for a change.</summary>
    /// <returns>The files that have changed since the last time, relative to the project.</returns>
    public async Task<IReadOnlyList<string>> NextAsync(TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        await signals.Reader.ReadAsync(cancellationToken);
        await Task.Delay(Quiet, timeProvider, cancellationToken);
        signals.Reader.TryRead(out _);
        string[] files = [.. changed.Keys.Order(StringComparer.Ordinal)];
        foreach (var file in files)
        {
            changed.TryRemove(file, out _);
        }

        return files;
    }

    public void Dispose() => watcher.Dispose();

    private void Hear(string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        var parts = relative.Split(Path.DirectorySeparatorChar);
        if (parts[0] is "bin" or "obj" || Array.Exists(parts, IsNotSource) || Directory.Exists(path))
        {
            return;
        }

        changed[relative] = true;
        signals.Writer.TryWrite(true);
    }

    // Hidden files and what editors write beside the file they save.
    private static bool IsNotSource(string part) => part.StartsWith('.') || part.EndsWith('~');
}
