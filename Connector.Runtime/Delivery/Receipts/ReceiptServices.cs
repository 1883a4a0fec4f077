using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Adds what takes delivery receipts.</summary>
internal static class ReceiptServices
{
    public static IServiceCollection AddReceipts(this IServiceCollection services)
    {
        services.AddSingleton<ReceiptReaders>();
        services.AddSingleton<ReceiptBook>();
        services.AddSingleton<EarlyReceipts>();
        services.AddSingleton<IBackgroundWork, EarlyReceiptWork>();
        return services.AddSingleton(provider => new ReceiptService(
            provider.GetRequiredService<ReceiptReaders>(),
            provider.GetRequiredService<ReceiptBook>(),
            provider.GetRequiredService<EarlyReceipts>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReceiptService>>()));
    }
}
