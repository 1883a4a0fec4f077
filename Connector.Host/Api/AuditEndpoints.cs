using System.ComponentModel;
using System.Globalization;
using Connector.Runtime.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

internal static class AuditEndpoints
{
    private const int DefaultLimit = 50;

    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGroup("/audit").WithTags("Audit").MapGet("/", ListAsync)
            .WithName("ListAudit")
            .WithSummary("Who did what, the newest first")
            .WithDescription(
                $"action: one of {string.Join(", ", AuditActions.All)}. The header Link: rel=\"next\" has the address "
                + $"of the next page; without it there is none. Entries are kept for {AuditLog.KeptFor.Days} days.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);

    private static async Task<Ok<IReadOnlyList<AuditEntry>>> ListAsync(
        [Description("Only this action, such as message.revealed.")] string? action,
        [Description("1 to 200; default 50.")] int? limit,
        [Description("From the header Link of the page before.")] string? cursor,
        HttpContext context,
        AuditLog audit,
        CancellationToken cancellationToken)
    {
        var count = limit ?? DefaultLimit;
        var page = await ListParameters.ReadAsync(() => audit.ListAsync(action, count, cursor, cancellationToken));
        if (page.Next is { } next)
        {
            var query = QueryString.Create("limit", count.ToString(CultureInfo.InvariantCulture)).Add("cursor", next);
            query = action is null ? query : query.Add("action", action);
            context.Response.Headers.Link = $"<{context.Request.PathBase}{context.Request.Path}{query}>; rel=\"next\"";
        }

        return TypedResults.Ok(page.Entries);
    }
}
