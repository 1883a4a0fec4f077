using Connector.Runtime.Plugins;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Connectors;

internal static class StoredConnectorServices
{
    public static IServiceCollection AddStoredConnectors(this IServiceCollection services)
    {
        services.AddSingleton<ConnectorStore>();
        services.AddSingleton<ConnectorSaving>();
        services.AddSingleton<ConnectorTrial>();
        services.AddSingleton<ConnectorRollout>();
        services.AddSingleton<ConnectorPublishing>();
        services.AddSingleton<ConnectorStart>();
        services.AddSingleton<IBackgroundWork, ConnectorSync>();
        services.AddSingleton(provider => new StoredConnectors(
            provider.GetRequiredService<ConnectorStore>(),
            provider.GetRequiredService<ConnectorPublishing>(),
            provider.GetRequiredService<ConnectorTable>()));
        services.AddSingleton(provider => new ConnectorDrafts(
            provider.GetRequiredService<ConnectorStore>(),
            provider.GetRequiredService<PluginCatalog>(),
            provider.GetRequiredService<ConfigChecker>(),
            provider.GetRequiredService<TestSender>()));

        // Who only looks stores no new key, even when the keys of the hosts beside it are old.
        return services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
        {
            var isObserver = provider.GetRequiredService<IOptions<ConnectorRuntimeOptions>>().Value.IsObserver;
            return new ConfigureOptions<KeyManagementOptions>(keys => keys.AutoGenerateKeys = !isObserver);
        });
    }
}
