namespace Repository.Tests;

/// <summary>The files of the repository, without what builds and running hosts leave beside them.</summary>
internal static class RepositoryTree
{
    private static readonly string[] Leftovers =
    [
        ".git", ".vs", ".idea", ".vscode", "bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts",
        "node_modules",
    ];

    // A host started from the root creates these; the folders of the same names elsewhere are sources.
    private static readonly string[] RootLeftovers = ["data", "plugins"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root, with slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal)];

    /// <summary>Everything written in C#, at least one file.</summary>
    public static IReadOnlyList<string> Sources { get; } = WithExtensions(".cs");

    public static IReadOnlyList<string> WithExtensions(params string[] extensions)
    {
        var files = Files.Where(file => extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));
        return [.. files];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string[] ReadLines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConnectorPlatform.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests run from inside the repository.");
    }

    private static IEnumerable<string> Walk(string folder)
    {
        var skipped = folder == Root ? Leftovers.Concat(RootLeftovers) : Leftovers;
        var folders = Directory.EnumerateDirectories(folder).Where(path => !skipped.Contains(Path.GetFileName(path)));
        var files = Directory.EnumerateFiles(folder).Select(path => Path.GetRelativePath(Root, path));
        return files.Select(path => path.Replace('\\', '/')).Concat(folders.SelectMany(Walk));
    }
}
