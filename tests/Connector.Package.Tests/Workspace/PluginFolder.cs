using System.Security.Cryptography;
using System.Text.Json;

namespace Connector.Package.Tests.Workspace;

/// <summary>A folder as an author would drop it into a host.</summary>
internal sealed class PluginFolder(string path)
{
    public string Path { get; } = path;

    public IEnumerable<string> Files => Directory
        .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'));

    public JsonElement Manifest => JsonElement.Parse(File.ReadAllText(Find("plugin.json")));

    public IEnumerable<(string Path, string Sha256)> ListedFiles => Manifest.GetProperty("files").EnumerateArray()
        .Select(file => (file.GetProperty("path").GetString()!, file.GetProperty("sha256").GetString()!));

    public string Find(string name) => System.IO.Path.Combine(Path, name);

    public string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Find(name))));
}
