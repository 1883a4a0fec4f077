using Microsoft.AspNetCore.Localization;

namespace Connector.Host.WebConsole;

/// <summary>The language that a browser asks for: <c>es-MX</c> gets <c>es</c>.</summary>
internal sealed class AcceptedLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => wanted.Value.ToString().Split('-')[0])
            .FirstOrDefault(wanted => ConsoleLanguages.All.Contains(wanted, StringComparer.OrdinalIgnoreCase));
        return Task.FromResult(language is null ? null : new ProviderCultureResult(language));
    }
}
