using Connector.Host.Configuration;

namespace Connector.Host.Development;

/// <summary>The project that an author works on while the host runs it.</summary>
/// <param name="File">Absolute path of the project file.</param>
internal sealed record PluginProject(string File)
{
    public string Folder => Path.GetDirectoryName(File)!;

    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <param name="path">A project file, or a folder with one.</param>
    /// <exception cref="HostConfigurationException">There is no such project.</exception>
    public static PluginProject Find(string path)
    {
        var full = Path.GetFullPath(path);
        if (System.IO.File.Exists(full))
        {
            return new PluginProject(full);
        }

        string[] found = Directory.Exists(full) ? Directory.GetFiles(full, "*.csproj") : [];
        return found is [var only]
            ? new PluginProject(only)
            : throw new HostConfigurationException(
                $"--plugin-dev needs a project file, or a folder with one: {full} has {found.Length}.");
    }
}
