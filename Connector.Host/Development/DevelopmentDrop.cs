namespace Connector.Host.Development;

/// <summary>The folder among the plugins that holds what was built last.</summary>
internal sealed class DevelopmentDrop(string plugins, string name)
{
    public string Path { get; } = System.IO.Path.Combine(plugins, name);

    /// <summary>Puts a build into the folder at once: nobody sees half of it.</summary>
    /// <param name="output">Where the build is.</param>
    /// <returns>Whether it differs from what was there.</returns>
    public bool Put(string output)
    {
        if (IsSame(output))
        {
            return false;
        }

        // The host doesn't look at names that begin with a dot.
        var next = System.IO.Path.Combine(plugins, $".{name}-next");
        var earlier = System.IO.Path.Combine(plugins, $".{name}-earlier");
        Remove(next);
        Remove(earlier);
        Copy(output, next);
        if (Directory.Exists(Path))
        {
            Directory.Move(Path, earlier);
        }

        Directory.Move(next, Path);
        Remove(earlier);
        return true;
    }

    private bool IsSame(string output)
    {
        if (!Directory.Exists(Path))
        {
            return false;
        }

        var built = Files(output);
        return built.SequenceEqual(Files(Path), StringComparer.Ordinal) && built.TrueForAll(file =>
            File.ReadAllBytes(System.IO.Path.Combine(output, file))
                .AsSpan()
                .SequenceEqual(File.ReadAllBytes(System.IO.Path.Combine(Path, file))));
    }

    private static List<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(folder, file))
            .Where(file => !file.EndsWith(".connector.zip", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal),
    ];

    private static void Copy(string from, string to)
    {
        foreach (var file in Files(from))
        {
            var copy = System.IO.Path.Combine(to, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(System.IO.Path.Combine(from, file), copy);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
