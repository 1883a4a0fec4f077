namespace Connector.Runtime.Plugins;

/// <summary>Reads a dropped folder. Hidden files are left out; links are followed inside it.</summary>
internal static class FolderReader
{
    public static PluginSnapshot Read(string folder)
    {
        var files = new List<PluginFile>();
        var reading = new Reading(new LinkBounds(folder), new SnapshotBudget(), files);
        Collect(new DirectoryInfo(folder), prefix: "", depth: 0, reading);
        return PluginSnapshot.Of(files);
    }

    /// <summary>Reads one file. Devices and pipes, which have no length, read as empty instead of blocking.</summary>
    /// <param name="path">The file, or a link to it.</param>
    /// <param name="budget">What may still be read.</param>
    /// <returns>Its bytes.</returns>
    public static byte[] ReadFile(string path, SnapshotBudget budget)
    {
        var file = new FileInfo(path);
        file = file.LinkTarget is null ? file : (FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        budget.AddEntry();
        budget.AddBytes(file.Length);
        if (file.Length == 0)
        {
            return [];
        }

        var content = new byte[file.Length];
        using var handle = File.OpenHandle(file.FullName, options: FileOptions.SequentialScan);
        var read = 0;
        while (read < content.Length)
        {
            var count = RandomAccess.Read(handle, content.AsSpan(read), read);
            if (count == 0)
            {
                throw new EndOfStreamException($"'{path}' became shorter while it was read.");
            }

            read += count;
        }

        return content;
    }

    private static void Collect(DirectoryInfo folder, string prefix, int depth, Reading reading)
    {
        SnapshotBudget.CheckDepth(depth, prefix);
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry.Name.StartsWith('.'))
            {
                continue;
            }

            reading.Bounds.Check(entry);
            if (entry is DirectoryInfo child)
            {
                reading.Budget.AddEntry();
                Collect(child, $"{prefix}{entry.Name}/", depth + 1, reading);
                continue;
            }

            reading.Files.Add(new PluginFile(prefix + entry.Name, ReadFile(entry.FullName, reading.Budget)));
        }
    }

    private sealed record Reading(LinkBounds Bounds, SnapshotBudget Budget, List<PluginFile> Files);
}
