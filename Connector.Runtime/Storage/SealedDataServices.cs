using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Storage;

/// <summary>Adds data protection whose keys are in the database.</summary>
internal static class SealedDataServices
{
    public static IServiceCollection AddSealedData(this IServiceCollection services)
    {
        var before = services.Count;
        services.AddDataProtection()
            .SetApplicationName("ConnectorPlatform")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration
            {
                // Half the time of the default, CBC with an HMAC.
                EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM,
            });
        RemoveWarmUp(services, before);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys =>
            {
                var options = provider.GetRequiredService<IOptions<ConnectorRuntimeOptions>>().Value;
                keys.AutoGenerateKeys = !options.IsObserver;
                keys.XmlRepository = new KeyRepository(provider.GetRequiredService<Database>());

                // Whoever may read the database may read the keys: docs/operators.md says what follows from it.
                keys.XmlEncryptor = new NullXmlEncryptor();
            }));
        return services.AddSingleton<SealedData>();
    }

    // It reads the keys when the application starts, before the database is open.
    private static void RemoveWarmUp(IServiceCollection services, int before)
    {
        for (var index = services.Count - 1; index >= before; index--)
        {
            if (services[index].ServiceType == typeof(IHostedService))
            {
                services.RemoveAt(index);
            }
        }
    }
}
