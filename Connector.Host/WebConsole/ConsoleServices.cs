using System.Globalization;
using Connector.Host.Api;
using Microsoft.AspNetCore.Localization;
using MudBlazor;
using MudBlazor.Services;

namespace Connector.Host.WebConsole;

/// <summary>The console: pages for people, served beside the API.</summary>
internal static class ConsoleServices
{
    private const string DataProtectionWarmUp = "DataProtectionHostedService";

    /// <summary>How long a page is kept for a browser that has lost its connection.</summary>
    private static readonly TimeSpan DisconnectedFor = TimeSpan.FromMinutes(10);

    // The largest configuration that is taken, sealed as a draft; a longer message ends the connection.
    private const int LargestInput = 4 * JsonBody.MaxBytes;

    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddConsoleSessions();
        services.AddSingleton<ConsoleRoutes>();
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(SetLanguages);
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DisconnectedCircuitRetentionPeriod = DisconnectedFor;
            options.DetailedErrors = false;
        }).AddHubOptions(options => options.MaximumReceiveMessageSize = LargestInput);
        services.AddCascadingAuthenticationState();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            options.SnackbarConfiguration.PreventDuplicates = true;
        });
        services.AddTransient<MudLocalizer, MudTexts>();
        services.AddScoped<Attempts>();
        services.AddScoped<BrowserClock>();
        services.AddScoped<InboxFeed>();
        services.AddSingleton<LatestPages>();
        services.AddScoped<OverviewAlerts>();
        services.AddScoped<Drafts>();
        RemoveWarmUp(services);
        return services;
    }

    /// <summary>Who is signed in, and in which language to answer; the API needs neither.</summary>
    public static void UseConsole(this IApplicationBuilder app)
    {
        app.UseWhen(context => ConsolePaths.Contains(context.Request.Path), pages =>
        {
            pages.UseMiddleware<ConsoleHeaders>();
            pages.UseRequestLocalization();
        });
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>Decides which address is whose, the console's included.</summary>
    public static void UseRoutingWithConsole(this WebApplication app)
    {
        var routes = app.Services.GetRequiredService<ConsoleRoutes>();
        app.Use(next => context => routes.WaitAsync(context, next));
        app.UseRouting();
        ((IEndpointRouteBuilder)app).DataSources.Add(routes);
    }

    public static void MapConsole(this IEndpointRouteBuilder app)
    {
        app.MapConsoleSessions();
        app.MapConsoleAssets();
        app.MapPluginPictures();
        app.MapFlags();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization(ConsoleSessions.Policy)
            .ExcludeFromDescription();
    }

    private static void SetLanguages(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(ConsoleLanguages.Default);
        options.SupportedCultures = [.. ConsoleLanguages.All.Select(CultureInfo.GetCultureInfo)];
        options.SupportedUICultures = options.SupportedCultures;
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = ConsoleLanguages.Cookie },
            new AcceptedLanguage(),
        ];
    }

    // It would read the keys before the database that holds them is open.
    private static void RemoveWarmUp(IServiceCollection services)
    {
        for (var index = services.Count - 1; index >= 0; index--)
        {
            if (services[index].ServiceType == typeof(IHostedService)
                && services[index].ImplementationType?.Name == DataProtectionWarmUp)
            {
                services.RemoveAt(index);
            }
        }
    }
}
