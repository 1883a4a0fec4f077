using System.Net;
using Connector.Runtime.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>Adds what records events and what sends them to webhooks.</summary>
internal static class EventServices
{
    public static IServiceCollection AddMessageEvents(this IServiceCollection services)
    {
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<SubscriptionReader>();
        services.AddSingleton<EventSignal>();
        services.AddSingleton<MessageEvents>();
        services.AddSingleton(provider => new AddressGuard(OptionsOf(provider), Dns.GetHostAddressesAsync));
        services.AddSingleton(provider => new WebhookRules(
            OptionsOf(provider), provider.GetRequiredService<AddressGuard>()));
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookAttempts>();
        services.AddSingleton<WebhookCleanup>();
        services.AddSingleton<WebhookUpkeep>();
        services.AddSingleton<WebhookRounds>();
        services.AddSingleton<IBackgroundWork, WebhookWorker>();
        return services.AddWebhookApi();
    }

    private static IServiceCollection AddWebhookApi(this IServiceCollection services)
    {
        services.AddSingleton(provider => new WebhookService(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<SubscriptionReader>(),
            provider.GetRequiredService<SealedData>(),
            provider.GetRequiredService<WebhookRules>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new WebhookDeliveries(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<EventSignal>(),
            provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton(provider => new WebhookTester(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<WebhookAttempts>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static WebhookOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<ConnectorRuntimeOptions>>().Value.Delivery.Webhooks;
}
