namespace Connector.Host.WebConsole;

/// <summary>
/// Lets the console's pages run the host's own scripts and nothing else, whatever a plugin's texts contain.
/// </summary>
internal sealed class ConsoleHeaders(RequestDelegate next)
{
    // The component library sets styles on elements; styles can't act.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
