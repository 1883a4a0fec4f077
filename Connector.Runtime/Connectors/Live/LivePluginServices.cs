using Microsoft.Extensions.DependencyInjection;

namespace Connector.Runtime.Connectors;

internal static class LivePluginServices
{
    public static IServiceCollection AddLivePlugins(this IServiceCollection services)
    {
        services.AddSingleton<PluginTrial>();
        services.AddSingleton<PluginUsers>();
        services.AddSingleton<PluginRollout>();
        return services.AddSingleton<IBackgroundWork, PluginWatch>();
    }
}
