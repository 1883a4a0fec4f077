using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Connectors;

/// <summary>Creates connectors with the services that the host owes them.</summary>
internal sealed class ConnectorFactory(
    IOptions<ConnectorRuntimeOptions> options,
    TimeProvider timeProvider,
    ILoggerFactory loggerFactory)
{
    /// <exception cref="PluginException">The plugin threw, or took too long.</exception>
    public async Task<RunningConnector> CreateAsync(
        LoadedPlugin plugin, string name, JsonElement config, CancellationToken cancellationToken)
    {
        if (!plugin.Connectors.TryEnter())
        {
            throw LoadedPlugin.Replaced(plugin.Plugin.Id!);
        }

        var http = ConnectorHttp.CreateClient(options.Value.Messages.SendTimeout);
        try
        {
            var context = CreateContext(name, config, http);
            var own = plugin.ForOne();
            return new RunningConnector(name, await own.CreateAsync(context, cancellationToken), http)
            {
                Guard = own.Guard,
                Plugin = plugin.Plugin,
                Config = context.Config,
                Origin = plugin.Connectors,
            };
        }
        catch
        {
            http.Dispose();
            plugin.Connectors.Leave();
            throw;
        }
    }

    private ConnectorContext CreateContext(string name, JsonElement config, HttpClient http) => new()
    {
        ConnectorName = name,

        // The connector may outlive the document that a request brought.
        Config = config.Clone(),
        HttpClient = http,
        Logger = new ConnectorLogger(name, loggerFactory.CreateLogger($"Connector.{name}"), timeProvider),
        TimeProvider = timeProvider,
        DataDirectory = Path.Combine(options.Value.FullDataPath, "connectors", name),
    };
}
