using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>Decides which plugins may run, by their bytes, and records which do. Thread-safe.</summary>
/// <remarks>Runs no plugin code.</remarks>
internal sealed class PluginTrust
{
    private const int KeptVersions = 3;

    private readonly TrustNotes notes = new();
    private readonly PluginIntegrity integrity;
    private readonly PluginFolders folders;
    private readonly LockCheck locks;
    private readonly SignatureCheck signatures;
    private readonly RevocationCheck revocations;
    private readonly ILogger logger;

    public PluginTrust(PluginOptions options, PluginFolders folders, TimeProvider timeProvider, ILogger logger)
    {
        this.folders = folders;
        this.logger = logger;
        integrity = options.Integrity;
        LockFile = new LockFile(
            new OperatorFile<PluginLock>(
                folders.LockFile, json => LockFileReader.Parse(json), PluginLock.Empty, logger),
            folders.LockMutex,
            timeProvider);
        locks = new LockCheck(LockFile, logger);
        signatures = new SignatureCheck(options.TrustedKeys);
        revocations = new RevocationCheck(
            new OperatorFile<Revocations>(folders.RevocationsFile, Revocations.Parse, Revocations.None, logger));
    }

    public LockFile LockFile { get; }

    /// <summary>
    /// Changes when the answers of <see cref="Judge"/> may: an operator has changed the lock file or the revocations.
    /// Cheap enough to ask every second.
    /// </summary>
    public string Fingerprint => $"{LockFile.Stamp} {revocations.Stamp}";

    /// <summary>
    /// The builds whose staged copies a rollback needs, as <see cref="InstalledPlugin.Hash"/> writes them.
    /// </summary>
    public IReadOnlyCollection<string> KeptHashes
    {
        get
        {
            var content = LockFile.Read(out _) ?? PluginLock.Empty;
            return content.Plugins.Values
                .SelectMany(plugin => plugin.Previous
                    .Take(KeptVersions)
                    .Select(build => build.Hash)
                    .Prepend(plugin.Hash))
                .ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>Tells whether a plugin may run.</summary>
    /// <param name="plugin">As inspected. One that can't be used anyway stays as it is.</param>
    /// <returns>
    /// The plugin with its signer, <see cref="PluginState.Untrusted"/> with the reason when it must not run.
    /// </returns>
    public InstalledPlugin Judge(InstalledPlugin plugin) => Conclude(plugin, FindObjection);

    /// <summary>
    /// Tells whether an administrator may put a plugin into the folder. Doing so names it in the lock file.
    /// </summary>
    /// <inheritdoc cref="Judge" path="/param|/returns"/>
    public InstalledPlugin JudgeOffer(InstalledPlugin plugin) => Conclude(
        plugin, offer => FindObjectionToLocking(offer)
            ?? (integrity == PluginIntegrity.Off ? null : locks.FindObjection(offer, mustBeNamed: false)));

    /// <summary>Tells whether an administrator may name a plugin in the lock file, whatever is named there.</summary>
    /// <inheritdoc cref="Judge" path="/param|/returns"/>
    public InstalledPlugin JudgeLocking(InstalledPlugin plugin) => Conclude(plugin, FindObjectionToLocking);

    /// <summary>Makes sure, right before a plugin is loaded, that this very build may run.</summary>
    /// <param name="plugin">A usable plugin.</param>
    /// <exception cref="PluginException">It must not: since it was judged, something has changed.</exception>
    public void RequireTrusted(InstalledPlugin plugin)
    {
        if (Judge(plugin) is { State: PluginState.Untrusted } refused)
        {
            throw new PluginException(refused.State, refused.Problems[0]);
        }

        StagedCopyCheck.Read(folders.StagedCopyOf(plugin.Hash!), plugin.Hash!);
    }

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
        try
        {
            await SettleAsync(plugin, cancellationToken);
        }
        catch (PluginException e)
        {
            notes.Refused(plugin, e.Problem);
            throw;
        }
    }

    /// <summary>Adds what happened when a plugin was to be used to how it is shown.</summary>
    /// <param name="plugin">In whatever state.</param>
    /// <returns>
    /// The plugin; <see cref="PluginState.Untrusted"/> when this build was refused, or with a warning when its use
    /// could not be recorded.
    /// </returns>
    public InstalledPlugin Note(InstalledPlugin plugin) => notes.ApplyTo(plugin);

    private async Task SettleAsync(InstalledPlugin plugin, CancellationToken cancellationToken)
    {
        RequireTrusted(plugin);
        notes.Forget(plugin);
        if (!plugin.IsBundled && integrity == PluginIntegrity.FirstUse)
        {
            await RecordAsync(plugin, cancellationToken);
        }
    }

    private InstalledPlugin Conclude(InstalledPlugin plugin, Func<InstalledPlugin, PluginProblem?> findObjection)
    {
        if (plugin is not { State: PluginState.Available, Id: not null, Hash: not null })
        {
            return plugin;
        }

        var judged = plugin with { SignedBy = signatures.FindSigner(plugin) };
        return findObjection(judged) is { } objection
            ? judged.With(PluginState.Untrusted, [objection, .. judged.Problems])
            : judged;
    }

    private PluginProblem? FindObjection(InstalledPlugin plugin)
    {
        if (plugin.IsBundled || integrity == PluginIntegrity.Off)
        {
            return revocations.FindObjection(plugin);
        }

        return FindObjectionToLocking(plugin)
            ?? locks.FindObjection(plugin, mustBeNamed: integrity != PluginIntegrity.FirstUse);
    }

    private PluginProblem? FindObjectionToLocking(InstalledPlugin plugin) =>
        revocations.FindObjection(plugin)
        ?? (integrity == PluginIntegrity.Signed ? signatures.FindObjection(plugin) : null);

    private async Task RecordAsync(InstalledPlugin plugin, CancellationToken cancellationToken)
    {
        try
        {
            if (await locks.RecordAsync(plugin, cancellationToken) is { } objection)
            {
                throw new PluginException(PluginState.Untrusted, objection);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Messages matter more than the record: who can't write it is told so, and the plugin serves.
            notes.NotRecorded(plugin, LockFile.Path, e.Message.TrimEnd('.'));
            TrustLog.NotRecorded(logger, plugin.Id!, plugin.Version, e.Message);
        }
    }
}
