namespace Connector.Runtime.Plugins;

/// <summary>
/// Looks through a plugin folder: sub-folders, bare DLLs and zips. Hidden and other files are nobody's business.
/// </summary>
internal static class DropFolder
{
    private const string DllExtension = ".dll";
    private const string ZipExtension = ".connector.zip";

    /// <summary>Finds what was dropped.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <returns>The drops, in no particular order.</returns>
    /// <exception cref="PluginException">The folder is missing or can't be listed.</exception>
    public static IReadOnlyList<PluginDrop> Find(string folder)
    {
        var drops = new List<PluginDrop>();
        var dlls = new List<string>();
        foreach (var entry in List(folder))
        {
            if (IsHidden(entry))
            {
                continue;
            }

            if (IsFolder(entry))
            {
                drops.Add(new PluginDrop(entry.FullName, () => FolderReader.Read(entry.FullName)));
            }
            else if (HasExtension(entry, ZipExtension))
            {
                drops.Add(new PluginDrop(entry.FullName, () => ZipReader.Read(entry.FullName)));
            }
            else if (IsDll(entry))
            {
                dlls.Add(entry.FullName);
            }
        }

        drops.AddRange(BareDlls.Find(dlls));
        return drops;
    }

    /// <summary>Whether an entry is nobody's business.</summary>
    public static bool IsHidden(FileSystemInfo entry) =>
        entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden);

    /// <summary>Whether an entry is a bare DLL: a plugin, or a library of one.</summary>
    public static bool IsDll(FileSystemInfo entry) => !IsFolder(entry) && HasExtension(entry, DllExtension);

    /// <summary>Whether an entry is a plugin by itself: a folder or a zip.</summary>
    public static bool IsDrop(FileSystemInfo entry) => IsFolder(entry) || HasExtension(entry, ZipExtension);

    private static FileSystemInfo[] List(string folder)
    {
        if (File.Exists(folder))
        {
            throw Unreadable(folder, "it is a file", innerException: null);
        }

        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (DirectoryNotFoundException e)
        {
            throw ProblemKinds.FolderMissing.Thrown(
                $"The plugin folder '{folder}' doesn't exist.",
                "Create it, or correct ConnectorHost:Plugins:Path.",
                e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(folder, e.Message, e);
        }
    }

    // A link that leads nowhere is not known to be a folder. It was meant to be something, so it is read and reported.
    private static bool IsFolder(FileSystemInfo entry) =>
        entry is DirectoryInfo || (entry.LinkTarget is not null && !LeadsToFile(entry));

    private static bool LeadsToFile(FileSystemInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true };
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool HasExtension(FileSystemInfo entry, string extension) =>
        entry.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static PluginException Unreadable(string folder, string why, Exception? innerException) =>
        ProblemKinds.FolderUnreadable.Thrown(
            $"The plugin folder '{folder}' can't be read: {why.TrimEnd('.')}.",
            "Let the host's user read it, or correct ConnectorHost:Plugins:Path.",
            innerException);
}
