using System.Text.Json;
using Connector.Runtime.Plugins;

namespace Connector.Verifier;

/// <summary>
/// The files that the build wrote. Its output folder may hold others: a publish folder, zips, what a host left there.
/// </summary>
internal static class BuiltFiles
{
    private const string List = "plugin.json";

    public static PluginSnapshot Read(string folder)
    {
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, List)));
        var files = list.RootElement.GetProperty("files").EnumerateArray()
            .Select(file => file.GetProperty("path").GetString()!)
            .Append(List);
        return PluginSnapshot.Of(
            files.Select(path => new PluginFile(path, File.ReadAllBytes(Path.Combine(folder, path)))));
    }
}
