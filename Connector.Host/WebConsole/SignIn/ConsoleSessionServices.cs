using Microsoft.AspNetCore.Authentication.Cookies;

namespace Connector.Host.WebConsole;

internal static class ConsoleSessionServices
{
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(12);

    public static void AddConsoleSessions(this IServiceCollection services)
    {
        services.AddSingleton<ConsoleSessions>();
        services.AddSingleton<SignInLinks>();
        services.AddAuthentication().AddCookie(ConsoleSessions.Scheme, SetCookie);
        services.AddAuthorizationBuilder().AddPolicy(ConsoleSessions.Policy, policy => policy
            .AddAuthenticationSchemes(ConsoleSessions.Scheme)
            .RequireAuthenticatedUser());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "console-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    private static void SetCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "console-session";
        options.Cookie.HttpOnly = true;

        // No page of another site can make the browser send it, so none can act for whoever is signed in.
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = WorkingDay;
        options.SlidingExpiration = true;
        options.LoginPath = ConsolePaths.SignIn;
        options.ReturnUrlParameter = SignInForm.ReturnTo;
        options.Events.OnValidatePrincipal = context =>
            context.HttpContext.RequestServices.GetRequiredService<ConsoleSessions>().ValidateAsync(context);
    }
}
