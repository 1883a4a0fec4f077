using Connector.Host.Security;
using Scalar.AspNetCore;

namespace Connector.Host.Documentation;

/// <summary>
/// The API's reference page. It works without the internet, and asks nobody but this host for anything.
/// </summary>
internal static class ReferencePage
{
    public const string Path = "/reference";

    /// <summary>The page's script can fetch from other hosts; a browser that reads this does not let it.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapReferencePage(this IEndpointRouteBuilder app) =>
        app.MapScalarApiReference(Path, (options, context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            options.Title = "ConnectorPlatform API";
            options.OpenApiRoutePattern = OpenApiDocument.RoutePattern;
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.ProxyUrl = null;
            options.HideClientButton = true;
            options.PersistentAuthentication = false;
            options.AddPreferredSecuritySchemes(ApiKeyAuthentication.Scheme);

            // Buttons of the page's maker, which would all lead to its own services.
            options.HideDeveloperTools();
            options.DisableAgent();
            options.DisableMcp();
        });
}
