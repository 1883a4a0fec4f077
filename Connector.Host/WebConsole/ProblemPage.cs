using System.Globalization;
using System.Net.Mime;
using System.Text.Encodings.Web;
using Connector.Host.Problems;

namespace Connector.Host.WebConsole;

/// <summary>A problem as a page, for who has typed an address instead of sending a request.</summary>
internal static class ProblemPage
{
    public static bool IsWanted(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && ConsolePaths.Contains(request.Path)
        && request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);

    public static Task WriteAsync(HttpContext context, ApiProblem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(Render(problem), context.RequestAborted);
    }

    private static string Render(ApiProblem problem)
    {
        var (title, detail) = (Encode(problem.Title), Encode(problem.Detail ?? ""));
        var trace = problem.TraceId is { } id ? $"<p class=\"help\">traceId <code>{Encode(id)}</code></p>" : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} · ConnectorPlatform</title>
              <link rel="stylesheet" href="/console/console.css">
            </head>
            <body><main class="plain"><div class="sign-in">
              <h1>{title}</h1><p>{detail}</p>{trace}<p><a href="/">ConnectorPlatform</a></p>
            </div></main></body>
            </html>
            """);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
