using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Connector.Host.Api;
using Connector.Host.WebConsole;

namespace Connector.Host.Problems;

/// <summary>Answers with a problem.</summary>
internal static class ProblemWriter
{
    public const string ContentType = "application/problem+json";

    public static async Task WriteAsync(HttpContext context, ApiProblem problem)
    {
        if (ProblemPage.IsWanted(context.Request))
        {
            await ProblemPage.WriteAsync(context, problem with { TraceId = TraceIdOf(context) });
            return;
        }

        var response = context.Response;
        response.StatusCode = problem.Status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } retryAfter)
        {
            response.Headers.RetryAfter = retryAfter.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        }

        EntityTags.Write(response, problem.CurrentRevision);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            problem with { TraceId = TraceIdOf(context) }, ApiJson.Context.ApiProblem);
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    public static string TraceIdOf(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
