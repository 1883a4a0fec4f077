using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Changes what lies in the plugin folder and what the lock file names, for an administrator. Never runs plugin code; a
/// host that runs notices the changes by itself. Thread-safe, and safe beside other processes.
/// </summary>
public sealed class PluginInstaller
{
    private readonly PluginFolders folders;
    private readonly PluginTrust trust;
    private readonly PluginScanner scanner;
    private readonly PluginPlacing placing;
    private readonly InstallationLog log;

    internal PluginInstaller(
        PluginOptions options,
        string contentRoot,
        string dataPath,
        TimeProvider timeProvider,
        ILogger<PluginInstaller> logger)
    {
        folders = new PluginFolders(options, contentRoot, dataPath);
        trust = new PluginTrust(options, folders, timeProvider, logger);
        scanner = new PluginScanner(
            new PluginInspector(new HostAssemblies()), new StagedCopies(folders.Staged, timeProvider));
        placing = new PluginPlacing(folders.Dropped);
        log = new InstallationLog(trust.LockFile, folders, timeProvider, logger);
    }

    /// <summary>Where the lock file is, or would be.</summary>
    public string LockFile => folders.LockFile;

    /// <summary>Inspects what may be added, by the rules of this host, and changes nothing.</summary>
    /// <param name="path">Absolute path of a folder, a DLL or a <c>.connector.zip</c>.</param>
    /// <returns>The plugin; <see cref="PluginState.Available"/> when it may be added.</returns>
    public InstalledPlugin Inspect(string path) => Read(() => PluginSource.At(path), path);

    /// <summary>Inspects several, as they would be in one plugin folder.</summary>
    /// <param name="path">As <see cref="Inspect"/>; also a folder with several of these.</param>
    /// <returns>The plugins.</returns>
    public IReadOnlyList<InstalledPlugin> InspectAll(string path)
    {
        try
        {
            var plugins = PluginSource.AllAt(path).Select(drop => Read(() => drop, drop.Path));
            return [.. PluginConflicts.RejectDuplicates([.. plugins])];
        }
        catch (PluginException e)
        {
            return [Unreadable(path, e)];
        }
    }

    /// <summary>
    /// Inspects a plugin and places it in the plugin folder, instead of another build if there is one.
    /// </summary>
    /// <param name="path">Absolute path of a folder, a DLL or a <c>.connector.zip</c>.</param>
    /// <param name="hash">The hash that it must have; <see langword="null"/> for any.</param>
    /// <param name="cancellationToken">Ends the wait for others who change the folder.</param>
    /// <returns>
    /// The plugin where it is now; or, when its state is not <see cref="PluginState.Available"/>, why it was refused.
    /// </returns>
    /// <exception cref="PluginException">The folder or the lock file can't be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<InstalledPlugin> AddAsync(string path, string? hash, CancellationToken cancellationToken)
    {
        using var turn = await log.EnterAsync(cancellationToken);
        var offer = Inspect(path);
        if (hash is not null && offer.Hash is not null && offer.Hash != hash)
        {
            return offer.With(PluginState.Rejected, [HashMismatch(offer, hash)]);
        }

        return offer.State == PluginState.Available ? await PlaceAsync(offer, cancellationToken) : offer;
    }

    /// <summary>
    /// Puts an earlier build back: the one that the lock file names when another lies in the folder, else the one
    /// before.
    /// </summary>
    /// <param name="id">The plugin's id.</param>
    /// <param name="version">The version to go back to; <see langword="null"/> for the latest.</param>
    /// <param name="cancellationToken">Ends the wait for others who change the folder.</param>
    /// <returns>As <see cref="AddAsync"/>.</returns>
    /// <exception cref="PluginException">
    /// There is no such build, or the folder or the lock file can't be written.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<InstalledPlugin> RollBackAsync(string id, string? version, CancellationToken cancellationToken)
    {
        using var turn = await log.EnterAsync(cancellationToken);
        var present = await FindAsync(id, cancellationToken);
        var build = EarlierBuilds.Choose(log.Read().Find(id), id, version, present?.Hash);
        var copy = folders.StagedCopyOf(build.Hash);
        if (!Directory.Exists(copy))
        {
            throw EarlierBuilds.Gone(id, build, copy);
        }

        var snapshot = StagedCopyCheck.Read(copy, build.Hash);
        var offer = Read(() => new PluginDrop(copy, () => snapshot), copy);
        return offer.State == PluginState.Available ? await PlaceAsync(offer, cancellationToken) : offer;
    }

    /// <summary>Compares the lock file with what is installed.</summary>
    /// <param name="installed">What is installed.</param>
    /// <returns>What it names, and where the two differ.</returns>
    /// <exception cref="PluginException">The lock file is bad.</exception>
    public PluginLockComparison CompareWithLock(IReadOnlyList<InstalledPlugin> installed)
    {
        var content = log.Read();
        var different = installed.Where(plugin =>
            plugin is { IsBundled: false, Id: not null, Hash: not null }
            && content.Find(plugin.Id) is { } locked
            && locked.Hash != plugin.Hash);
        return new PluginLockComparison(
            File.Exists(LockFile),
            [.. content.Plugins.Keys],
            [.. content.Plugins.Keys.Except(installed.Select(plugin => plugin.Id!), StringComparer.Ordinal)],
            [.. different.Select(plugin => plugin.Id!)]);
    }

    /// <summary>Takes a plugin out of the plugin folder, and out of the lock file, or only out of that.</summary>
    /// <param name="id">The plugin's id.</param>
    /// <param name="cancellationToken">Ends the wait for others who change the folder.</param>
    /// <returns>The plugin as it was.</returns>
    /// <exception cref="PluginException">It isn't there, or the folder or the lock file can't be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<InstalledPlugin> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        using var turn = await log.EnterAsync(cancellationToken);
        var present = await FindAsync(id, cancellationToken);
        var locked = log.Read().Find(id);
        if (present is not null)
        {
            placing.Remove(present);
        }

        present ??= locked is null ? throw NotInFolder(id) : new InstalledPlugin
        {
            Id = id,
            Version = locked.Version,
            Hash = locked.Hash,
            Path = folders.LockFile,
            State = PluginState.Disabled,
        };
        await log.ForgetAsync(id, present, cancellationToken);
        return present;
    }

    /// <summary>Names in the lock file what lies in the plugin folder, whatever was named before.</summary>
    /// <param name="ids">The plugins; none for all.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>What became of each.</returns>
    /// <exception cref="PluginException">One isn't there, or the lock file can't be written.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<IReadOnlyList<PluginLocking>> LockAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        using var turn = await log.EnterAsync(cancellationToken);
        var present = await ScanAsync(cancellationToken);
        if (ids.FirstOrDefault(id => !present.Any(plugin => plugin.Id == id)) is { } missing)
        {
            throw NotInFolder(missing);
        }

        var chosen = present.Where(plugin => ids.Count == 0 || ids.Contains(plugin.Id)).Select(trust.JudgeLocking);
        return await log.LockAsync([.. chosen], cancellationToken);
    }

    private async Task<InstalledPlugin> PlaceAsync(InstalledPlugin offer, CancellationToken cancellationToken)
    {
        // The files come from the copy that was made of the inspected bytes: the source may have changed since.
        var snapshot = StagedCopyCheck.Read(folders.StagedCopyOf(offer.Hash!), offer.Hash!);
        folders.CreateDefault();
        var replaced = await FindAsync(offer.Id!, cancellationToken);

        // Files first: a host that runs keeps the old build until the lock file names the new one.
        var placed = offer with { Path = placing.Place(offer.Id!, snapshot, replaced) };
        await log.LockAsync([placed], cancellationToken);
        return placed;
    }

    private InstalledPlugin Read(Func<PluginDrop> find, string path)
    {
        try
        {
            return trust.JudgeOffer(scanner.Read(find()));
        }
        catch (PluginException e)
        {
            return Unreadable(path, e);
        }
    }

    private static InstalledPlugin Unreadable(string path, PluginException e) =>
        new() { Path = path, State = e.State, Problems = [e.Problem] };

    private async Task<InstalledPlugin?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var present = (await ScanAsync(cancellationToken)).Where(IsIt).ToArray();
        return present.Length < 2
            ? present.FirstOrDefault()
            : throw new PluginException(present[0].State, present[0].Problems[0]);

        // What was dropped over a plugin's folder may be too broken to tell its id.
        bool IsIt(InstalledPlugin plugin) =>
            plugin.Id == id || (plugin.Id is null && plugin.Path == Path.Combine(folders.Dropped, id));
    }

    private async Task<InstalledPlugin[]> ScanAsync(CancellationToken cancellationToken) =>
        [.. PluginConflicts.RejectDuplicates(await scanner.ScanAsync(folders.Dropped, cancellationToken))];

    private PluginException NotInFolder(string id) => ProblemKinds.NotInstalled.Thrown(
        $"There is no plugin '{id}' in '{folders.Dropped}'.",
        "Correct the id. Plugins that come with the host can't be locked or removed; switch their connectors off.");

    private static PluginProblem HashMismatch(InstalledPlugin offer, string hash) => ProblemKinds.HashMismatch.Because(
        $"The hash of '{offer.Path}' is {offer.Hash}, not {hash}.",
        "Don't use this file. Get the plugin from its author again.");
}
