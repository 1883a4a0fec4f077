using System.Globalization;
using System.Text;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Tells cheaply whether something in a plugin folder has changed: by names, lengths, times and what signals told of.
/// Follows links, as the one who reads the drops does; nothing is read here.
/// </summary>
internal static class DropStamps
{
    /// <summary>Looks a folder through.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="touches">What signals told of.</param>
    /// <returns>
    /// A stamp for each drop, by its path; <see langword="null"/> when the folder is missing or can't be listed.
    /// </returns>
    public static IReadOnlyDictionary<string, string>? Find(string folder, DropTouches touches)
    {
        try
        {
            return Find(new DirectoryInfo(folder), touches);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Find(DirectoryInfo folder, DropTouches touches)
    {
        var stamps = new Dictionary<string, string>(StringComparer.Ordinal);
        var loose = new StringBuilder();
        var dlls = new List<string>();
        foreach (var entry in Sorted(folder))
        {
            if (DropFolder.IsHidden(entry))
            {
                continue;
            }

            if (DropFolder.IsDll(entry))
            {
                dlls.Add(entry.FullName);
            }
            else if (DropFolder.IsDrop(entry))
            {
                stamps[entry.FullName] = touches.Of(entry.FullName) + Of(entry);
                continue;
            }

            loose.Append(touches.Of(entry.FullName));
            AppendFile(loose, entry);
        }

        // Bare DLLs share the libraries beside them, so a change of any file there may be a change of each of them.
        var together = loose.ToString();
        dlls.ForEach(dll => stamps[dll] = together);
        return stamps;
    }

    private static string Of(FileSystemInfo drop)
    {
        var stamp = new StringBuilder();
        if (drop is DirectoryInfo folder)
        {
            stamp.Append(folder.LinkTarget);
            AppendFolder(stamp, folder, depth: 0);
        }
        else
        {
            AppendFile(stamp, drop);
        }

        return stamp.ToString();
    }

    private static void AppendFolder(StringBuilder stamp, DirectoryInfo folder, int depth)
    {
        if (depth > SnapshotBudget.MaxDepth)
        {
            return;
        }

        try
        {
            foreach (var entry in Sorted(folder))
            {
                if (entry.Name.StartsWith('.'))
                {
                    continue;
                }

                AppendFile(stamp, entry);
                if (entry is DirectoryInfo child)
                {
                    AppendFolder(stamp, child, depth + 1);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It changes under our eyes, or can't be read; whoever reads it reports that.
            stamp.Append('!');
        }
    }

    // The system lists in any order.
    private static IEnumerable<FileSystemInfo> Sorted(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal);

    private static void AppendFile(StringBuilder stamp, FileSystemInfo entry)
    {
        stamp.Append(entry.Name).Append('|');
        if (entry is DirectoryInfo)
        {
            return;
        }

        var file = Target(entry);
        if (!file.Exists)
        {
            stamp.Append("-\n");
            return;
        }

        stamp.Append(
            CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
    }

    private static FileInfo Target(FileSystemInfo entry)
    {
        try
        {
            return entry.LinkTarget is not null && entry.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target
                ? target
                : new FileInfo(entry.FullName);
        }
        catch (IOException)
        {
            return new FileInfo(entry.FullName);
        }
    }
}
