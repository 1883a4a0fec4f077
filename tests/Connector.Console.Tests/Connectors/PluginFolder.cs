using Connector.Console.Tests.Hosting;

namespace Connector.Console.Tests.Connectors;

/// <summary>Installs test plugins as people do: by copying.</summary>
internal static class PluginFolder
{
    /// <summary>Copies a test plugin into a host's plugin folder.</summary>
    public static void Install(ConsoleHost host, string name)
    {
        var target = Directory.CreateDirectory(Path.Combine(host.Plugins, name)).FullName;
        foreach (var file in Directory.EnumerateFiles(ConsoleHost.TestPlugin(name)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        }
    }
}
