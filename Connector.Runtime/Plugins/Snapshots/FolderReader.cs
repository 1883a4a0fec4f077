namespace Connector.Runtime.Plugins;

/// <summary>Reads a dropped folder. Hidden files are left out; links are followed.</summary>
internal static class FolderReader
{
    public static PluginSnapshot Read(string folder)
    {
        var files = new List<PluginFile>();
        Collect(new DirectoryInfo(folder), prefix: "", depth: 0, new SnapshotBudget(), files);
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

    private static void Collect(
        DirectoryInfo folder, string prefix, int depth, SnapshotBudget budget, List<PluginFile> files)
    {
        SnapshotBudget.CheckDepth(depth, prefix);
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry.Name.StartsWith('.'))
            {
                continue;
            }

            if (entry is DirectoryInfo child)
            {
                budget.AddEntry();
                Collect(child, $"{prefix}{entry.Name}/", depth + 1, budget, files);
                continue;
            }

            files.Add(new PluginFile(prefix + entry.Name, ReadFile(entry.FullName, budget)));
        }
    }
}
