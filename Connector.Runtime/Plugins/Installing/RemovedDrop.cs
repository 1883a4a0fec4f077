namespace Connector.Runtime.Plugins;

/// <summary>A drop that has been set aside under a hidden name: put back when it is disposed, or deleted.</summary>
internal sealed class RemovedDrop : IDisposable
{
    private readonly string aside;
    private readonly List<(string From, string To)> moved = [];

    private RemovedDrop(string aside) => this.aside = aside;

    /// <summary>Whether it is deleted instead of put back.</summary>
    public bool IsFinal { get; set; }

    /// <summary>Sets a drop aside.</summary>
    /// <param name="folder">The plugin folder.</param>
    /// <param name="plugin">The plugin to set aside; <see langword="null"/> for nothing.</param>
    /// <returns>What was set aside.</returns>
    /// <exception cref="IOException">The folder can't be written; everything is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static RemovedDrop Of(string folder, InstalledPlugin? plugin)
    {
        var removed = new RemovedDrop(Path.Combine(folder, $".removed-{Guid.NewGuid():N}"));
        try
        {
            foreach (var path in plugin is null ? [] : FilesOf(plugin.Path))
            {
                removed.SetAside(path);
            }

            return removed;
        }
        catch
        {
            removed.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!IsFinal)
        {
            foreach (var (from, to) in moved)
            {
                Move(to, from);
            }
        }

        if (Directory.Exists(aside))
        {
            Delete(new DirectoryInfo(aside));
        }
    }

    // The libraries beside a bare DLL may belong to another one.
    private static IEnumerable<string> FilesOf(string path) =>
        path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && File.Exists(path)
            ? new[] { path, Path.ChangeExtension(path, ".deps.json"), Path.ChangeExtension(path, ".pdb") }
                .Where(File.Exists)
            : [path];

    private void SetAside(string path)
    {
        Directory.CreateDirectory(aside);
        var target = Path.Combine(aside, Path.GetFileName(path));
        Move(path, target);
        moved.Add((path, target));
    }

    // A link is moved as the link that it is.
    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
            return;
        }

        File.Move(from, to);
    }

    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            // What a link leads to is not the plugin folder's.
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Out of sight already; Windows keeps files that someone has open.
        }
    }
}
