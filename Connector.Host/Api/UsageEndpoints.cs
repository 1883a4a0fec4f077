using System.ComponentModel;
using System.Globalization;
using Connector.Host.Problems;
using Connector.Runtime.Connectors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

internal static class UsageEndpoints
{
    private const string DayFormat = "yyyy-MM-dd";

    public static void MapUsage(this IEndpointRouteBuilder api) =>
        api.MapGet("/connectors/{name}/usage", GetAsync)
            .WithTags("Connectors")
            .WithName("GetUsage")
            .WithSummary("What was sent through a connector's account and what it cost, by the provider's books")
            .WithDescription(
                "The provider counts whole days and everything sent through the account, also by others. It is asked "
                + "once in ten minutes, and a minute after it failed to answer. 404 when the connector can't report "
                + "usage.")
            .Fails(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status503ServiceUnavailable);

    private static async Task<Ok<UsageResponse>> GetAsync(
        string name,
        [Description("The first day that counts, in UTC, such as 2026-01-31; at most 366 days ago. Default: the first "
            + "of this month.")]
        string? since,
        ConnectorUsage usage,
        CancellationToken cancellationToken)
    {
        var day = since is null ? usage.MonthStart : ReadDay(since);
        var report = await ReadAsync(usage, name, day, cancellationToken)
            ?? throw Requested.NotFound(
                "usage_not_available",
                "The connector can't report usage",
                "capabilities of GET /api/v1/connectors has usage for those that can.");
        return TypedResults.Ok(UsageResponse.From(name, report));
    }

    private static DateOnly ReadDay(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw ListParameters.Invalid("since", "Must be a day such as 2026-01-31.");

    private static async Task<ConnectorUsageReport?> ReadAsync(
        ConnectorUsage usage, string name, DateOnly since, CancellationToken cancellationToken)
    {
        try
        {
            return await usage.ReadAsync(name, since, cancellationToken);
        }
        catch (ConnectorRequestException wrong) when (wrong.Kind == ConnectorRequestKind.Invalid)
        {
            throw new ProblemException(KnownProblems.InvalidParameters(
                [.. wrong.Issues.Select(issue => new ProblemError(issue.Pointer, issue.Message))]));
        }
    }
}
