using Connector.Runtime.Audit;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connector.Runtime;

/// <summary>Adds the engine to an application.</summary>
public static class ConnectorsServiceCollectionExtensions
{
    /// <summary>
    /// Adds the engine: before the application has started it finds the plugins and brings the configured connectors
    /// into service. Then <see cref="MessageService"/> sends.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="settings">The engine's settings, usually the section <c>ConnectorHost</c>.</param>
    /// <param name="configure">Changes what the settings say; runs last.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="InvalidOperationException">It has been called already.</exception>
    /// <exception cref="OptionsValidationException">
    /// Thrown when the application starts with wrong settings; it lists them all. A wrong connector isn't one of them:
    /// it is reported and left out while the others serve.
    /// </exception>
    public static IServiceCollection AddConnectors(
        this IServiceCollection services, IConfiguration settings, Action<ConnectorRuntimeOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(settings);
        if (services.Any(service => service.ServiceType == typeof(ConnectorStartup)))
        {
            throw new InvalidOperationException(
                "AddConnectors has been called already; an application has one engine.");
        }

        AddOptions(services, settings, configure);
        services.TryAddSingleton(TimeProvider.System);
        AddStorage(services);
        services.AddSingleton(CreateCatalog);
        services.AddSingleton(CreateInstaller);
        services.AddSingleton<ConnectorFactory>();
        services.AddSingleton<ValidatedConfigs>();
        services.AddSingleton<ConnectorActivator>();
        services.AddSingleton<ConnectorActivation>();
        services.AddSingleton<ConnectorCalls>();
        services.AddSingleton<ConnectorTable>();
        services.AddSingleton(provider => new ConnectorRegistry(
            provider.GetRequiredService<ConnectorTable>(),
            provider.GetRequiredService<ConnectorCalls>(),
            provider.GetRequiredService<HealthTable>(),
            provider.GetRequiredService<ILogger<ConnectorRegistry>>()));
        services.AddSingleton(provider => new PluginRelease(
            provider.GetRequiredService<PluginCatalog>(),
            provider.GetRequiredService<ConnectorTable>(),
            provider.GetRequiredService<HealthTable>()));
        services.AddStoredConnectors();
        services.AddSingleton(provider => new PluginDependents(
            settings, provider.GetRequiredService<Database>(), provider.GetRequiredService<ConnectorStore>()));
        services.AddLivePlugins();
        services.AddUsage();
        AddTests(services);
        services.AddDelivery();
        services.AddSingleton<BackgroundParts>();
        services.AddSingleton<BackgroundWorks>();
        services.AddSingleton(provider => new ConnectorStartup(
            provider.GetRequiredService<PluginCatalog>(),
            provider.GetRequiredService<ConnectorActivation>(),
            provider.GetRequiredService<DatabaseOpening>(),
            provider.GetRequiredService<BackgroundWorks>(),
            settings));
        services.AddHostedService(provider => provider.GetRequiredService<ConnectorStartup>());
        return services;
    }

    private static void AddOptions(
        IServiceCollection services, IConfiguration settings, Action<ConnectorRuntimeOptions>? configure)
    {
        services.AddSingleton<IValidateOptions<ConnectorRuntimeOptions>>(
            new ConnectorRuntimeOptionsValidator(settings));
        var options = services.AddOptionsWithValidateOnStart<ConnectorRuntimeOptions>()
            .Configure<IHostEnvironment>((target, environment) =>
            {
                target.ContentRoot = environment.ContentRootPath;
                RuntimeSettings.Apply(settings, target);
            });
        if (configure is not null)
        {
            options.Configure(configure);
        }
    }

    private static void AddStorage(IServiceCollection services)
    {
        services.AddSingleton(provider => DatabaseFactory.Create(
            provider.GetRequiredService<IOptions<ConnectorRuntimeOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Database>>()));
        services.AddSingleton<DatabaseOpening>();
        services.AddSealedData();
        services.AddSingleton(provider => new AuditLog(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<DatabaseOpening>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<AuditLog>>()));
    }

    private static void AddTests(IServiceCollection services)
    {
        services.AddSingleton<ConfigChecker>();
        services.AddSingleton<TestMessages>();
        services.AddSingleton(provider => new TestSender(
            provider.GetRequiredService<ConfigChecker>(),
            provider.GetRequiredService<ConnectorFactory>(),
            provider.GetRequiredService<ConnectorTable>(),
            provider.GetRequiredService<ConnectorCalls>(),
            provider.GetRequiredService<TestMessages>()));
    }

    private static PluginCatalog CreateCatalog(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ConnectorRuntimeOptions>>().Value;
        return new PluginCatalog(
            options.Plugins,
            options.ContentRoot,
            options.FullDataPath,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PluginCatalog>>());
    }

    private static PluginInstaller CreateInstaller(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ConnectorRuntimeOptions>>().Value;
        return new PluginInstaller(
            options.Plugins,
            options.ContentRoot,
            options.FullDataPath,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PluginInstaller>>());
    }
}
