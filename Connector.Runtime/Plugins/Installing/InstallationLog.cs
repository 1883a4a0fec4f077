using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>Writes what an administrator decided into the lock file, and into the log.</summary>
internal sealed class InstallationLog(
    LockFile lockFile, PluginFolders folders, TimeProvider timeProvider, ILogger logger)
{
    /// <summary>Lets one administrator change the plugin folder at a time.</summary>
    /// <exception cref="PluginException">The data folder can't be written.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await FileMutex.EnterAsync(folders.InstallationMutex, timeProvider, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProblemKinds.StagingFailed.Thrown(
                $"The data folder can't be used: {e.Message.TrimEnd('.')}.",
                "Run this as a user who may write ConnectorHost:DataPath.",
                e);
        }
    }

    /// <exception cref="PluginException">The lock file is bad.</exception>
    public PluginLock Read() => lockFile.Read(out var why) is { } content && why is null
        ? content
        : throw Invalid(why);

    /// <summary>Names builds in the lock file.</summary>
    /// <param name="plugins">Judged; those that can't run are left out.</param>
    /// <param name="cancellationToken">Ends the wait for others who change the file.</param>
    /// <returns>What became of each.</returns>
    /// <exception cref="PluginException">The lock file is bad or can't be written.</exception>
    public async Task<IReadOnlyList<PluginLocking>> LockAsync(
        InstalledPlugin[] plugins, CancellationToken cancellationToken)
    {
        var old = PluginLock.Empty;
        var usable = plugins.Where(IsUsable).ToArray();
        await ChangeAsync(
            present =>
            {
                old = present;
                return usable.Aggregate(present, Name);
            },
            cancellationToken);
        return [.. plugins.Select(plugin => Report(plugin, plugin.Id is null ? null : old.Find(plugin.Id)))];
    }

    /// <summary>Takes a plugin out of the lock file.</summary>
    /// <exception cref="PluginException">The lock file is bad or can't be written.</exception>
    public async Task ForgetAsync(string id, InstalledPlugin plugin, CancellationToken cancellationToken)
    {
        await ChangeAsync(present => present.Without(id), cancellationToken);
        TrustLog.Removed(logger, id, plugin.Version, plugin.Hash);
    }

    private static bool IsUsable(InstalledPlugin plugin) => plugin is { State: PluginState.Available, Id: not null };

    private static PluginLock Name(PluginLock present, InstalledPlugin plugin) => present.Find(plugin.Id!) switch
    {
        null => present.With(plugin.Id!, LockedPlugin.Of(plugin)),
        { } named when named.Hash == plugin.Hash => present,
        { } named => present.With(plugin.Id!, named.ChangedTo(plugin)),
    };

    private PluginLocking Report(InstalledPlugin plugin, LockedPlugin? old)
    {
        if (!IsUsable(plugin))
        {
            return new PluginLocking(plugin, PluginLockChange.Refused);
        }

        if (old?.Hash == plugin.Hash)
        {
            return new PluginLocking(plugin, PluginLockChange.Unchanged);
        }

        TrustLog.Locked(logger, plugin.Id!, plugin.Version, plugin.Hash, old?.Version, old?.Hash);
        return new PluginLocking(plugin, old is null ? PluginLockChange.Added : PluginLockChange.Updated);
    }

    private async Task ChangeAsync(Func<PluginLock, PluginLock> change, CancellationToken cancellationToken)
    {
        try
        {
            await lockFile.ChangeAsync(change, cancellationToken);
        }
        catch (JsonException e)
        {
            throw Invalid(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProblemKinds.LockUnwritable.Thrown(
                $"'{lockFile.Path}' can't be written: {e.Message.TrimEnd('.')}.",
                "Run this as a user who may write it and its folder, or name another place in "
                + "ConnectorHost:Plugins:LockFile.",
                e);
        }
    }

    private PluginException Invalid(string? why) => ProblemKinds.LockInvalid.Thrown(
        $"'{lockFile.Path}' can't be read: {why?.TrimEnd('.')}.",
        "Restore it, or remove it and run 'connector-host plugins lock' to trust what is installed.");
}
