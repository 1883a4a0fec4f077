namespace Connector.Runtime.Plugins;

/// <summary>Follows every link in a path, as the system does when it opens it.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>Resolves a path.</summary>
    /// <param name="path">Absolute; what it leads to need not exist.</param>
    /// <returns>The path without links.</returns>
    /// <exception cref="IOException">It leads in circles.</exception>
    public static string Of(string path)
    {
        var real = Path.GetPathRoot(path)!;
        var ahead = new Stack<string>();
        Push(ahead, path[real.Length..]);
        var links = 0;
        while (ahead.TryPop(out var name))
        {
            if (name is ".." or ".")
            {
                real = name is ".." ? Path.GetDirectoryName(real) ?? real : real;
                continue;
            }

            var next = Path.Combine(real, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                throw new IOException($"'{path}' leads in circles");
            }

            var root = Path.IsPathRooted(target) ? Path.GetPathRoot(Path.GetFullPath(target))! : "";
            real = root.Length > 0 ? root : real;
            Push(ahead, target[Math.Min(root.Length, target.Length)..]);
        }

        return real;
    }

    private static void Push(Stack<string> ahead, string path)
    {
        char[] separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
        foreach (var name in path.Split(separators, StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            ahead.Push(name);
        }
    }
}
