using Connector.Host.Api;
using Connector.Host.Configuration;
using Connector.Host.Problems;
using Connector.Runtime;
using Microsoft.Extensions.Options;

namespace Connector.Host.Startup;

/// <summary>What every form of the host, server or command, is made of.</summary>
internal static class ServerSetup
{
    public const string Section = "ConnectorHost";
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Adds configuration, console logging and the engine.</summary>
    public static void AddEngine(this IHostApplicationBuilder builder, HostPlace place, string[] settings)
    {
        HostSources.Add(builder.Configuration, place, settings);
        builder.Logging.AddHostConsole(builder.Configuration);
        builder.Services.AddOptions();
        builder.Services.AddConnectors(
            builder.Configuration.GetSection(Section),
            options =>
            {
                options.Plugins.BundledPath = Path.Combine(AppContext.BaseDirectory, "plugins");
                options.Plugins.WorkerCommand = WorkerProgram.Command;
                options.OtherSettings = KnownSettings.BesideTheEngine;
            });
    }

    /// <summary>Checks every setting of the host, so that all that is wrong is told at once.</summary>
    /// <remarks>
    /// The host's own start checks too, but creates services first, and the first of them to read its settings fails.
    /// </remarks>
    /// <exception cref="OptionsValidationException">One group of settings is wrong.</exception>
    /// <exception cref="AggregateException">Several groups are.</exception>
    public static void ValidateSettings(this IServiceProvider services) =>
        services.GetRequiredService<IStartupValidator>().Validate();

    /// <summary>Adds the web server: the addresses of ASP.NET Core's own settings, else this machine only.</summary>
    public static void AddServer(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = JsonBody.MaxBytes;
            options.Configure(builder.Configuration.GetSection("Kestrel"));
        });
        ListenAddresses.Check(builder.Configuration);
        if (!HasAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
    }

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddRoutingCore();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        return services;
    }

    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) =>
        app.UseMiddleware<ProblemMiddleware>();

    private static bool HasAddress(ConfigurationManager configuration) =>
        !string.IsNullOrEmpty(configuration["urls"])
        || !string.IsNullOrEmpty(configuration["http_ports"])
        || !string.IsNullOrEmpty(configuration["https_ports"])
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
