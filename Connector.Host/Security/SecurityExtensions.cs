namespace Connector.Host.Security;

internal static class SecurityExtensions
{
    public static IServiceCollection AddApiKeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<SecurityOptions, SecurityOptionsValidator>()
            .Bind(configuration.GetSection(SecurityOptions.Section));
        services.AddSingleton<ApiKeys>();
        services.AddHostedService<ApiKeyOpening>();
        return services;
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
