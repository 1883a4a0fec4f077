using Connector.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>Adds what takes messages and delivers them.</summary>
internal static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddMessageEvents();
        services.AddSingleton<HostIdentity>();
        services.AddSingleton<ReceiptUrls>();
        services.AddSingleton<RecipientHash>();
        AddDispatch(services);
        AddAccepting(services);
        AddUpkeep(services);
        services.AddReceipts();
        services.AddMessageArchive();
        services.AddMessageResend();
        services.AddSingleton(provider => new MessageStatistics(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<DatabaseOpening>(),
            provider.GetRequiredService<IOptions<ConnectorRuntimeOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void AddDispatch(IServiceCollection services)
    {
        services.AddSingleton<GuardedSend>();
        services.AddSingleton<HealthTable>();
        services.AddSingleton<Router>();
        services.AddSingleton<DeliveryRules>();
        services.AddSingleton<MessageOpening>();
        services.AddSingleton<MessageWorker>();
        services.AddSingleton<MessageWaiters>();
        services.AddSingleton<CompletionWriter>();
        services.AddSingleton<DeliveryRunner>();
        services.AddSingleton<ClaimQueries>();
        services.AddSingleton<LanePumpServices>();
        services.AddSingleton<LanePump>();
        services.AddSingleton<DatabaseEngine>();
        services.AddSingleton<RabbitMqServices>();
        services.AddSingleton<OfferTaking>();
        services.AddSingleton<OfferSweep>();
        services.AddSingleton<RabbitMqEngine>();
        services.AddSingleton(ChooseEngine);
        services.AddSingleton(provider => new EngineInspection(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<IOptions<ConnectorRuntimeOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new EngineHealth(
            provider.GetRequiredService<DatabaseOpening>(),
            provider.GetRequiredService<HostWatch>(),
            provider.GetRequiredService<IDeliveryEngine>()));
    }

    private static IDeliveryEngine ChooseEngine(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ConnectorRuntimeOptions>>().Value;
        return options.Delivery.Engine == DeliveryEngine.RabbitMq
            ? provider.GetRequiredService<RabbitMqEngine>()
            : provider.GetRequiredService<DatabaseEngine>();
    }

    private static void AddAccepting(IServiceCollection services)
    {
        services.AddSingleton<MessageSealing>();
        services.AddSingleton<IntakeUndo>();
        services.AddSingleton<IntakeWarmUp>();
        services.AddSingleton<MessageIntake>();
        services.AddSingleton<IdempotencyKeys>();
        services.AddSingleton<MessageWaiting>();
        services.AddSingleton<Backlog>();
        services.AddSingleton<MessageServiceParts>();
        services.AddSingleton(provider => new MessageService(
            provider.GetRequiredService<MessageServiceParts>(),
            provider.GetRequiredService<IOptions<ConnectorRuntimeOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddUpkeep(IServiceCollection services)
    {
        services.AddSingleton<TakeOver>();
        services.AddSingleton<HostWatch>();
        services.AddSingleton<IBackgroundWork>(provider => provider.GetRequiredService<HostWatch>());
        services.AddSingleton<IBackgroundWork, Orphans>();
        services.AddSingleton<IBackgroundWork>(provider => provider.GetRequiredService<IDeliveryEngine>());
        services.AddSingleton<IBackgroundWork>(provider => provider.GetRequiredService<Backlog>());
        services.AddSingleton<IBackgroundWork>(provider => provider.GetRequiredService<IntakeUndo>());
        services.AddSingleton<IBackgroundWork, Expiry>();
        services.AddSingleton<Retention>();
        services.AddSingleton<IBackgroundWork>(provider => provider.GetRequiredService<Retention>());
        services.AddSingleton<IBackgroundWork, ClockWatch>();
    }
}
