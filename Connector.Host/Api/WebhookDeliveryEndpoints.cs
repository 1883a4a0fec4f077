using Connector.Runtime.Delivery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

internal static class WebhookDeliveryEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    private static readonly string Statuses = string.Join(", ", WebhookDeliveryStatuses.Names);

    public static void MapWebhookDeliveries(this IEndpointRouteBuilder api)
    {
        var webhook = api.MapGroup("/webhooks/{id}").WithTags("Webhooks");
        webhook.MapPost("/test", TestAsync)
            .WithName("TestWebhook")
            .WithSummary($"Sends {EventTypes.Test} at once and says what came of it")
            .WithDescription("It is sent once, also to a webhook that is switched off.")
            .Fails(StatusCodes.Status404NotFound);
        webhook.MapGet("/deliveries", ListAsync)
            .WithName("ListWebhookDeliveries")
            .WithSummary("What was sent to a webhook, or is to be, newest first")
            .WithDescription(
                $"status: one of {Statuses}. limit: 1 to {MaxLimit}, default {DefaultLimit}. The Link header with "
                + "rel=\"next\" leads to the next page; without one, this is the last.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        webhook.MapPost("/deliveries/{eventId}/replay", ReplayAsync)
            .WithName("ReplayWebhookDelivery")
            .WithSummary("Sends an event again, whether it arrived or not")
            .WithDescription("It keeps its id and gets a new timestamp; the schedule of retries begins anew.")
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<WebhookTestResult>> TestAsync(
        string id, WebhookTester tester, CancellationToken cancellationToken) =>
        TypedResults.Ok(await tester.TestAsync(id, cancellationToken));

    private static async Task<Ok<IReadOnlyList<WebhookDelivery>>> ListAsync(
        string id,
        string? status,
        int? limit,
        string? cursor,
        HttpContext context,
        WebhookDeliveries deliveries,
        CancellationToken cancellationToken)
    {
        var count = ListParameters.Limit(limit, DefaultLimit, MaxLimit);
        var only = status is null
            ? (WebhookDeliveryStatus?)null
            : WebhookDeliveryStatuses.Parse(status)
                ?? throw ListParameters.Invalid("status", $"Use one of {Statuses}.");
        if (cursor is not null && !WebhookDeliveries.IsCursor(cursor))
        {
            throw ListParameters.Invalid("cursor", "Must be from the header Link of the page before.");
        }

        var page = await deliveries.ListAsync(id, only, count, cursor, cancellationToken);
        if (page.Count == count)
        {
            var query = QueryString.Create("limit", $"{count}").Add("cursor", page[^1].EventId);
            query = status is null ? query : query.Add("status", status);
            context.Response.Headers.Link = $"<{context.Request.PathBase}{context.Request.Path}{query}>; rel=\"next\"";
        }

        return TypedResults.Ok(page);
    }

    private static async Task<Accepted<WebhookDelivery>> ReplayAsync(
        string id, string eventId, WebhookDeliveries deliveries) =>
        TypedResults.Accepted((string?)null, await deliveries.ReplayAsync(id, eventId));
}
