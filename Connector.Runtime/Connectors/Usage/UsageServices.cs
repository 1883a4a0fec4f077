using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

internal static class UsageServices
{
    public static void AddUsage(this IServiceCollection services) =>
        services.AddSingleton(provider => new ConnectorUsage(
            provider.GetRequiredService<ConnectorTable>(),
            provider.GetRequiredService<ConnectorCalls>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConnectorUsage>>()));
}
