using Connector.Host.Configuration;
using Microsoft.Extensions.Options;

namespace Connector.Host.Security;

internal static class SecurityExtensions
{
    /// <summary>Adds the keys; they are opened, and the first one created, when the host starts.</summary>
    public static IServiceCollection AddApiKeys(this IServiceCollection services, IConfiguration configuration) =>
        services.AddUnopenedApiKeys(configuration).AddHostedService<ApiKeyOpening>()
            .AddHostedService<ApiKeyWatch>()
            .AddSingleton<KeyAdministration>()
            .AddSingleton<NumberReveal>();

    /// <summary>Adds what knows where the keys are, for commands that only look.</summary>
    public static IServiceCollection AddUnopenedApiKeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<SecurityOptions, SecurityOptionsValidator>()
            .Bind(configuration.GetSection(SecurityOptions.Section));
        services.AddSingleton<IValidateOptions<SecurityOptions>>(new KnownSettings(configuration));
        return services.AddSingleton<ApiKeys>().AddSingleton<ApiKeyChanges>();
    }

    public static IServiceCollection AddApiKeyAuthentication(this IServiceCollection services)
    {
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = ApiKeyAuthentication.Scheme;
            options.AddScheme<ApiKeyAuthentication>(ApiKeyAuthentication.Scheme, displayName: null);
        });
        services.AddTransient<ApiKeyAuthentication>();
        return services;
    }

    public static IApplicationBuilder UseApiKeys(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<ApiGate>();
}
