using Connector.Runtime.Audit;
using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Adds what reads, reveals and cancels stored messages.</summary>
internal static class ArchiveServices
{
    public static IServiceCollection AddMessageArchive(this IServiceCollection services)
    {
        services.AddSingleton(provider => new MessageArchive(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<DatabaseOpening>(),
            provider.GetRequiredService<RecipientHash>(),
            provider.GetRequiredService<ConnectorTable>()));
        services.AddSingleton(provider => new MessageNumbers(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<DatabaseOpening>(),
            provider.GetRequiredService<SealedData>(),
            provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<ILogger<MessageNumbers>>()));
        return services.AddSingleton(provider => new MessageCancellation(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<MessageEvents>(),
            provider.GetRequiredService<MessageWaiters>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<MessageCancellation>>()));
    }
}
