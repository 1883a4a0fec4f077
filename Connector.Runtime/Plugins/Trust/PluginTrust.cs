using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>Decides which plugins may run, by their bytes, and records which did. Runs no plugin code. Thread-safe.</summary>
internal sealed class PluginTrust
{
    private const int KeptVersions = 3;

    private readonly ConcurrentDictionary<string, string> unrecorded = new();
    private readonly PluginIntegrity integrity;
    private readonly PluginFolders folders;
    private readonly LockFile lockFile;
    private readonly ILogger logger;

    public PluginTrust(PluginOptions options, PluginFolders folders, TimeProvider timeProvider, ILogger logger)
    {
        this.folders = folders;
        this.logger = logger;
        integrity = options.Integrity;
        lockFile = new LockFile(folders.LockFile, folders.LockMutex, timeProvider);
    }

    /// <summary>
    /// Changes when the answers of <see cref="Judge"/> may: an operator has changed the lock file or the revocations.
    /// Cheap enough to ask every second.
    /// </summary>
    public string Fingerprint => $"{lockFile.Stamp}";

    /// <summary>
    /// The builds whose staged copies a rollback needs, as <see cref="InstalledPlugin.Hash"/> writes them.
    /// </summary>
    public IReadOnlyCollection<string> KeptHashes
    {
        get
        {
            var locked = lockFile.Read(out _) ?? PluginLock.Empty;
            return locked.Plugins.Values
                .SelectMany(plugin => plugin.Previous.Take(KeptVersions).Select(build => build.Hash).Prepend(plugin.Hash))
                .ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>Tells whether a plugin may run.</summary>
    /// <param name="plugin">As inspected. One that can't be used anyway is returned as it is.</param>
    /// <returns>The plugin, <see cref="PluginState.Untrusted"/> with the reason when it must not run.</returns>
    public InstalledPlugin Judge(InstalledPlugin plugin) =>
        plugin is { State: PluginState.Available, Id: not null, Hash: not null } && FindObjection(plugin) is { } objection
            ? plugin.With(PluginState.Untrusted, [objection, .. plugin.Problems])
            : plugin;

    /// <summary>
    /// Settles, right before a plugin is loaded, that this very build may run, and records that it does.
    /// </summary>
    /// <param name="plugin">A usable plugin.</param>
    /// <param name="cancellationToken">Ends the wait for others who change the lock file.</param>
    /// <returns>A task that ends when the build is recorded, or can't be.</returns>
    /// <exception cref="PluginException">It must not run: since it was judged, something has changed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task RecordUseAsync(InstalledPlugin plugin, CancellationToken cancellationToken)
    {
        if (Judge(plugin) is { State: PluginState.Untrusted } refused)
        {
            throw new PluginException(refused.State, refused.Problems[0]);
        }

        if (plugin.IsBundled || integrity != PluginIntegrity.FirstUse)
        {
            return;
        }

        try
        {
            await RecordAsync(plugin, cancellationToken);
            unrecorded.TryRemove(plugin.Id!, out _);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Messages matter more than the record: who can't write it is told so, and the plugin serves.
            unrecorded[plugin.Id!] = e.Message.TrimEnd('.');
            TrustLog.NotRecorded(logger, plugin.Id!, plugin.Version, e.Message);
        }
    }

    /// <summary>Adds what must be told about a plugin's record to how it is shown.</summary>
    /// <param name="plugin">In whatever state.</param>
    /// <returns>The plugin, with a warning when its use could not be recorded.</returns>
    public InstalledPlugin Note(InstalledPlugin plugin) =>
        plugin.Id is not null && !plugin.IsBundled && unrecorded.TryGetValue(plugin.Id, out var why)
            ? plugin.With(
                plugin.State,
                [
                    .. plugin.Problems,
                    ProblemKinds.LockUnwritable.Because(
                        $"'{lockFile.Path}' can't be written: {why}.",
                        "Let the host's user write it and its folder, name another place in "
                        + "ConnectorHost:Plugins:LockFile, or lock the plugins yourself and set Integrity to Locked."),
                ])
            : plugin;

    private PluginProblem? FindObjection(InstalledPlugin plugin) =>
        plugin.IsBundled || integrity == PluginIntegrity.Off ? null : CompareWithLock(plugin);

    private PluginProblem? CompareWithLock(InstalledPlugin plugin)
    {
        if (lockFile.Read(out var why) is not { } content)
        {
            return ProblemKinds.LockInvalid.Because(
                $"'{lockFile.Path}' can't be read: {why}.",
                "Restore it, or remove it and run 'connector-host plugins lock' to trust what is installed.");
        }

        if (content.Find(plugin.Id!) is not { } locked)
        {
            return integrity == PluginIntegrity.FirstUse ? null : LockObjections.NotNamed(plugin, lockFile.Path);
        }

        return locked.Compare(plugin) switch
        {
            LockMatch.Locked => null,
            LockMatch.Modified => LockObjections.Modified(plugin, locked, lockFile.Path),
            _ => integrity == PluginIntegrity.FirstUse
                ? null
                : LockObjections.OtherVersion(plugin, locked, lockFile.Path),
        };
    }

    private async Task RecordAsync(InstalledPlugin plugin, CancellationToken cancellationToken)
    {
        LockedPlugin? old = null;
        PluginProblem? objection = null;
        await lockFile.ChangeAsync(Record, cancellationToken);
        if (objection is not null)
        {
            throw new PluginException(PluginState.Untrusted, objection);
        }

        if (old is null)
        {
            TrustLog.TrustedAtFirstUse(logger, plugin.Id!, plugin.Version, plugin.Hash!);
        }
        else if (old.Hash != plugin.Hash)
        {
            TrustLog.Changed(logger, plugin.Id!, old.Version, old.Hash, plugin.Version, plugin.Hash!);
        }

        // Another host may have written since the plugin was judged, so this content decides.
        PluginLock Record(PluginLock present)
        {
            old = present.Find(plugin.Id!);
            switch (old?.Compare(plugin))
            {
                case LockMatch.Locked:
                    return present;
                case LockMatch.Modified:
                    objection = LockObjections.Modified(plugin, old, lockFile.Path);
                    return present;
                default:
                    return present.With(plugin.Id!, old?.ChangedTo(plugin) ?? LockedPlugin.Of(plugin));
            }
        }
    }
}
