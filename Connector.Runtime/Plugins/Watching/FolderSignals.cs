using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Hears from the operating system that something happened in a folder. Mostly hastens what looking now and then finds
/// too: signals get lost, and network shares and the targets of links give none.
/// </summary>
internal sealed class FolderSignals(string folder, Action<string?> heard, ILogger logger) : IDisposable
{
    private FileSystemWatcher? watcher;
    private bool isTold;

    /// <summary>Listens, unless it does already. Repeated while the folder is missing.</summary>
    public void Listen()
    {
        if (watcher is not null)
        {
            return;
        }

        try
        {
            watcher = Create();
            PluginLog.Listening(logger, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            if (!isTold)
            {
                PluginLog.NoSignals(logger, folder, e.GetType().Name);
            }

            isTold = true;
        }
    }

    /// <summary>Listens anew the next time: the folder was removed or replaced, so nothing is heard of it.</summary>
    public void Reset()
    {
        watcher?.Dispose();
        watcher = null;
    }

    public void Dispose() => Reset();

    private FileSystemWatcher Create()
    {
        var created = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Size
                | NotifyFilters.LastWrite | NotifyFilters.CreationTime | NotifyFilters.Attributes,
        };
        created.Changed += (_, change) => heard(change.FullPath);
        created.Created += (_, change) => heard(change.FullPath);
        created.Deleted += (_, change) => heard(change.FullPath);
        created.Renamed += (_, change) => heard(change.FullPath);
        created.Error += (_, _) => heard(null);
        created.EnableRaisingEvents = true;
        return created;
    }
}
