using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

internal static class ResendServices
{
    public static IServiceCollection AddMessageResend(this IServiceCollection services)
    {
        services.AddSingleton<ResendStore>();
        services.AddSingleton<ResendReading>();
        services.AddSingleton<ResendKeys>();
        services.AddSingleton<ResendParts>();
        return services.AddSingleton(provider => new MessageResend(
            provider.GetRequiredService<ResendParts>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<MessageResend>>()));
    }
}
