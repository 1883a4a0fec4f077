namespace Connector.Runtime.Plugins;

/// <summary>Something outside the plugin folder that an administrator wants in it.</summary>
internal static class PluginSource
{
    /// <summary>Finds one plugin, or all of a folder of drops.</summary>
    /// <param name="path">Absolute path of a folder, a DLL or a zip.</param>
    /// <returns>What to inspect.</returns>
    /// <exception cref="PluginException">It isn't there, or is none of these.</exception>
    public static IReadOnlyList<PluginDrop> AllAt(string path) =>
        Directory.Exists(path) && !Directory.EnumerateFiles(path, "*.dll").Any() ? DropFolder.Find(path) : [At(path)];

    /// <summary>Finds out what one plugin is.</summary>
    /// <param name="path">Absolute path of a folder, a DLL or a zip.</param>
    /// <returns>What to inspect.</returns>
    /// <exception cref="PluginException">It isn't there, or is none of these.</exception>
    public static PluginDrop At(string path)
    {
        if (Directory.Exists(path))
        {
            return new PluginDrop(path, () => FolderReader.Read(path));
        }

        if (!File.Exists(path))
        {
            throw ProblemKinds.DropUnreadable.Thrown($"There is nothing at '{path}'.", "Correct the path.");
        }

        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return new PluginDrop(path, () => ZipReader.Read(path));
        }

        return BareDlls.Find([path]).FirstOrDefault() ?? throw ProblemKinds.NotAConnector.Thrown(
            $"'{path}' is no connector.", "Name a plugin's published folder, its DLL or its .connector.zip.");
    }
}
