namespace Connector.Runtime.Plugins;

/// <summary>Where plugins are looked for and staged, as absolute paths.</summary>
internal sealed class PluginFolders
{
    private const string DefaultName = "plugins";
    private const string DefaultLockFile = "plugins.lock.json";
    private const string DefaultRevocationsFile = "plugins.revoked.json";
    private readonly bool isDefault;

    public PluginFolders(PluginOptions options, string contentRoot, string dataPath)
    {
        isDefault = string.IsNullOrWhiteSpace(options.Path);
        Dropped = Path.GetFullPath(isDefault ? DefaultName : options.Path!, contentRoot);
        Staged = Path.Combine(Path.GetFullPath(dataPath, contentRoot), DefaultName);
        LockMutex = Path.Combine(Staged, ".lock-file.mutex");
        LockFile = Path.GetFullPath(
            string.IsNullOrWhiteSpace(options.LockFile) ? DefaultLockFile : options.LockFile, contentRoot);
        RevocationsFile = Path.GetFullPath(
            string.IsNullOrWhiteSpace(options.RevocationsFile) ? DefaultRevocationsFile : options.RevocationsFile,
            contentRoot);
        Bundled = string.IsNullOrWhiteSpace(options.BundledPath)
            ? null
            : Path.GetFullPath(options.BundledPath, contentRoot);
    }

    public string Dropped { get; }

    public string? Bundled { get; }

    public string Staged { get; }

    public string LockFile { get; }

    /// <summary>Locked by whoever changes the plugin folder for an administrator.</summary>
    public string InstallationMutex => Path.Combine(Staged, ".installation.mutex");

    public string RevocationsFile { get; }

    /// <summary>Locked by whoever changes <see cref="LockFile"/>.</summary>
    public string LockMutex { get; }

    /// <summary>Whether the host brings a folder of its own that isn't the operator's.</summary>
    public bool HasBundled => Bundled is not null && Bundled != Dropped && Directory.Exists(Bundled);

    /// <summary>Where the copy of a build is, if there is one.</summary>
    /// <param name="hash">As <see cref="InstalledPlugin.Hash"/>.</param>
    public string StagedCopyOf(string hash) => Path.Combine(Staged, hash[(hash.IndexOf(':') + 1)..]);

    /// <summary>
    /// Creates the default folder, so that the operator sees where to drop. A configured one must exist.
    /// </summary>
    public void CreateDefault()
    {
        if (!isDefault)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Dropped);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The scan reports the folder as missing; bundled plugins serve all the same.
        }
    }
}
