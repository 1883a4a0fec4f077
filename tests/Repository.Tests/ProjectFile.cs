using System.Xml.Linq;

namespace Repository.Tests;

/// <summary>A project of the repository and what it references.</summary>
internal sealed class ProjectFile
{
    private static readonly Lazy<IReadOnlyList<ProjectFile>> Every =
        new(() => [.. RepositoryTree.WithExtensions(".csproj").Select(path => new ProjectFile(path))]);

    private readonly XDocument xml;

    private ProjectFile(string path)
    {
        Path = path;
        xml = XDocument.Parse(RepositoryTree.Read(path));
    }

    public static IReadOnlyList<ProjectFile> All => Every.Value;

    /// <summary>What is shipped: the projects directly below the root.</summary>
    public static IReadOnlyList<ProjectFile> Products =>
        [.. All.Where(project => project.Path.Count(character => character == '/') == 1)];

    public string Path { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public bool IsConnector => Name.StartsWith("Connectors.", StringComparison.Ordinal) && !IsTest;

    /// <summary>Names of the projects whose code it sees; one that only has to be built before it isn't.</summary>
    public IReadOnlyList<string> References =>
        [.. xml.Descendants("ProjectReference").Where(IsCodeReference).Select(ReferencedName)];

    public override string ToString() => Path;

    private static bool IsCodeReference(XElement reference) =>
        !string.Equals(Setting(reference, "ReferenceOutputAssembly"), "false", StringComparison.OrdinalIgnoreCase);

    private static string? Setting(XElement item, string name) =>
        (string?)item.Attribute(name) ?? (string?)item.Element(name);

    private static string ReferencedName(XElement reference) =>
        System.IO.Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'));
}
