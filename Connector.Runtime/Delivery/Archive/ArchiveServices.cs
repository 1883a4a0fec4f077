using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Adds what reads and cancels stored messages.</summary>
internal static class ArchiveServices
{
    public static IServiceCollection AddMessageArchive(this IServiceCollection services)
    {
        services.AddSingleton(provider => new MessageArchive(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<DatabaseOpening>(),
            provider.GetRequiredService<RecipientHash>(),
            provider.GetRequiredService<ConnectorTable>()));
        return services.AddSingleton(provider => new MessageCancellation(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<MessageEvents>(),
            provider.GetRequiredService<MessageWaiters>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<MessageCancellation>>()));
    }
}
