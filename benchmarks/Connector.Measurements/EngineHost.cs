using System.Text.Json;
using Connector.Runtime;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Connector.Measurements;

/// <summary>The engine in a bare generic host, as an application embeds it.</summary>
internal static class EngineHost
{
    /// <param name="settings">The engine's settings, in the form of the section <c>ConnectorHost</c>.</param>
    /// <param name="configure">Changes what the settings say.</param>
    public static IHost Create(object settings, Action<ConnectorRuntimeOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var json = JsonSerializer.SerializeToUtf8Bytes(settings);
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(json)).Build();
        builder.Services.AddConnectors(configuration, options =>
        {
            KeepLockWithPlugins(options.Plugins);
            configure?.Invoke(options);
        });
        return builder.Build();
    }

    // Else a build that has changed since would not run the next time.
    private static void KeepLockWithPlugins(PluginOptions plugins)
    {
        if (Path.GetDirectoryName(plugins.Path) is { } folder)
        {
            plugins.LockFile = Path.Combine(folder, "plugins.lock.json");
        }
    }
}
