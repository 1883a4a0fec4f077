using Connector.Runtime;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Options;

namespace Connector.Host.Development;

internal static class PluginDevelopmentExtensions
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(100);

    /// <summary>Lets the host build and reload a plugin while its author works on it.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="path">The plugin's project.</param>
    /// <param name="output">Where the author reads what happens.</param>
    public static void AddPluginDevelopment(this WebApplicationBuilder builder, string path, TextWriter output)
    {
        var project = PluginProject.Find(path);
        builder.Services.Configure<ConnectorRuntimeOptions>(options =>
        {
            // Every save makes other bytes of the same version, and they arrive complete.
            options.Plugins.Integrity = PluginIntegrity.Off;
            options.Plugins.Reload = true;
            options.Plugins.SettleTime = Settle;
        });
        builder.Services.AddHostedService(provider => new PluginDevelopment(
            project,
            provider.GetRequiredService<PluginCatalog>(),
            provider.GetRequiredService<ConnectorRegistry>(),
            provider.GetRequiredService<IOptions<ConnectorRuntimeOptions>>(),
            output));
    }
}
