namespace Connector.Runtime.Plugins;

/// <summary>
/// Turns plugin folders into a list of installed plugins: discover, snapshot, verify, inspect, stage.
/// </summary>
internal sealed class PluginScanner(PluginInspector inspector, StagedCopies stagedCopies)
{
    /// <summary>Scans one folder; its plugins are read in parallel.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="cancellationToken">Stops the scan between plugins.</param>
    /// <returns>Every plugin; one entry for the folder itself when it can't be listed.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<InstalledPlugin[]> ScanAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(DropFolder.Find(folder), cancellationToken);
        }
        catch (PluginException e)
        {
            return [Unreadable(folder, e)];
        }
    }

    /// <summary>Scans those drops of a folder again that have changed.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="isChanged">Whether the drop at a path has changed and holds still.</param>
    /// <param name="cancellationToken">Stops the scan between plugins.</param>
    /// <returns>The plugins of the changed drops.</returns>
    /// <exception cref="PluginException">The folder can't be listed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public Task<InstalledPlugin[]> ScanAsync(
        string folder, Func<string, bool> isChanged, CancellationToken cancellationToken) =>
        ReadAsync([.. DropFolder.Find(folder).Where(drop => isChanged(drop.Path))], cancellationToken);

    private Task<InstalledPlugin[]> ReadAsync(IReadOnlyList<PluginDrop> drops, CancellationToken cancellationToken) =>
        Task.WhenAll(drops.Select(drop => Task.Run(() => Read(drop), cancellationToken)));

    /// <summary>Reads, inspects and stages one plugin.</summary>
    /// <param name="drop">Where it is.</param>
    /// <returns>The plugin, with whatever is wrong with it.</returns>
    public InstalledPlugin Read(PluginDrop drop)
    {
        try
        {
            var snapshot = drop.Read();
            using var inspection = inspector.Inspect(snapshot, drop.MainPath);
            return Describe(drop.Path, inspection, Stage(inspection));
        }
        catch (PluginException e)
        {
            return Unreadable(drop.Path, e);
        }
        catch (Exception e)
        {
            // Whatever a damaged or hostile file provokes, the other plugins serve.
            return Unreadable(drop.Path, ProblemKinds.DropUnreadable.Thrown(
                $"'{drop.Path}' can't be read: {SafeMessage.Of(e, config: null)}.",
                "Let the host's user read it, or remove it.",
                e));
        }
    }

    // Only what passed is worth disk space. It is written from the bytes that were checked, so the order is safe.
    private string? Stage(PluginInspection inspection)
    {
        if (inspection.Problems.HasErrors)
        {
            return null;
        }

        try
        {
            return Path.Combine(stagedCopies.Stage(inspection.Snapshot), inspection.Main!.File.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            inspection.Problems.Add(
                ProblemKinds.StagingFailed,
                $"The plugin can't be copied into the data folder: {e.Message.TrimEnd('.')}.",
                "Let the host's user write ConnectorHost:DataPath, and check its free space.");
            return null;
        }
    }

    private static InstalledPlugin Describe(string path, PluginInspection inspection, string? stagedAssembly) => new()
    {
        Id = inspection.Id,
        Version = inspection.Main?.Kind == ImageKind.Managed ? inspection.Main.Facts.InformationalVersion : null,
        State = inspection.Problems.State,
        Problems = inspection.Problems.MostSevereFirst,
        Path = path,
        Hash = $"sha256:{inspection.Snapshot.TreeHash}",
        Manifest = inspection.Manifest,
        ConfigSchemaJson = inspection.ConfigSchemaJson,
        Logo = inspection.Logo,
        LogoDark = inspection.LogoDark,
        Readmes = inspection.Readmes,
        Evidence = PluginEvidence.Of(inspection.Snapshot, inspection.FileList),
        StagedAssembly = stagedAssembly,
    };

    private static InstalledPlugin Unreadable(string path, PluginException e) => new()
    {
        Path = path,
        State = e.State,
        Problems = [e.Problem],
    };
}
