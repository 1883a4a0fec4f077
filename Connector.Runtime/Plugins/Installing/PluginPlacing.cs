namespace Connector.Runtime.Plugins;

/// <summary>
/// Puts plugins into the operator's folder and takes them out, so that a host that watches sees whole plugins only: the
/// files are written under a hidden name and renamed into place.
/// </summary>
internal sealed class PluginPlacing(string folder)
{
    /// <summary>Places a plugin as a folder.</summary>
    /// <param name="id">Its id, and the folder's name when it takes no other folder's place.</param>
    /// <param name="snapshot">Its files.</param>
    /// <param name="replaced">What it takes the place of.</param>
    /// <returns>The path where it is now.</returns>
    /// <exception cref="PluginException">The plugin folder can't be written; everything is as it was.</exception>
    public string Place(string id, PluginSnapshot snapshot, InstalledPlugin? replaced)
    {
        var target = Directory.Exists(replaced?.Path) ? replaced.Path : Path.Combine(folder, id);
        var added = Path.Combine(folder, $".adding-{Guid.NewGuid():N}");
        try
        {
            if (target != replaced?.Path && Path.Exists(target))
            {
                throw ProblemKinds.FolderUnwritable.Thrown(
                    $"'{target}' is there already and holds something else.", "Move it away, then try again.");
            }

            Write(snapshot, added);
            using var removed = RemovedDrop.Of(folder, replaced);
            Directory.Move(added, target);
            removed.IsFinal = true;
            return target;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }
        finally
        {
            DeleteIfLeft(added);
        }
    }

    /// <summary>Takes a plugin out.</summary>
    /// <param name="plugin">A plugin of the operator's folder.</param>
    /// <exception cref="PluginException">The plugin folder can't be written; everything is as it was.</exception>
    public void Remove(InstalledPlugin plugin)
    {
        try
        {
            using var removed = RemovedDrop.Of(folder, plugin);
            removed.IsFinal = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }
    }

    private static void Write(PluginSnapshot snapshot, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in snapshot.Files)
        {
            var path = Path.Combine(target, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
        }
    }

    private static void DeleteIfLeft(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A hidden folder that no scan looks at; what went wrong before is what matters.
        }
    }

    private PluginException Unwritable(Exception e) => ProblemKinds.FolderUnwritable.Thrown(
        $"The plugin folder '{folder}' can't be changed: {e.Message.TrimEnd('.')}.",
        "Run this as a user who may write it. Where the folder is read-only on purpose, change what it is made of.",
        e);
}
