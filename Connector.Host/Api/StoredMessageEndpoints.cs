using System.ComponentModel;
using Connector.Host.Problems;
using Connector.Host.Security;
using Connector.Runtime.Delivery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

internal static class StoredMessageEndpoints
{
    public static void MapStoredMessages(this IEndpointRouteBuilder messages)
    {
        messages.MapGet("/", ListAsync)
            .WithName("ListMessages")
            .WithSummary("Messages, the newest first")
            .WithDescription(
                "The header Link: rel=\"next\" has the address of the next page; without it there is none. A page may "
                + "hold fewer messages than limit, even none, and be followed by others.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        messages.MapGet("/{id}", GetAsync)
            .WithName("GetMessage")
            .WithSummary("A message's status with its attempts")
            .WithDescription("Messages are kept for ConnectorHost:Delivery:KeepMessages, 30 days unless set.")
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
        messages.MapPost("/{id}/cancel", CancelAsync)
            .WithName("CancelMessage")
            .WithSummary("Calls back a message that waits to be sent")
            .WithDescription(
                "200 when it is canceled, now or earlier. 409 when it is being sent, may have left, or has an end.")
            .Fails(
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status503ServiceUnavailable);
        messages.MapPost("/{id}/reveal", RevealAsync)
            .WithName("RevealNumber")
            .WithSummary("Tells the full number that a message went to")
            .WithDescription(
                "Only for keys that were granted revealNumbers, and written into the audit log before it answers. 409 "
                + "when the number is erased, as it is once a message has been handed over or has an end.")
            .Fails(
                StatusCodes.Status403Forbidden,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status503ServiceUnavailable);
    }

    // Whoever hangs up has asked all the same, and the audit log says so.
    private static async Task<Ok<RevealedNumberResponse>> RevealAsync(
        string id, HttpContext context, NumberReveal numbers)
    {
        var number = await numbers.RevealAsync(ApiCaller.KeyOf(context), id, CancellationToken.None)
            ?? throw NotFound();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new RevealedNumberResponse(id, number.E164));
    }

    private static async Task<Ok<IReadOnlyList<MessageResult>>> ListAsync(
        [Description("A status such as delivered.")] string? status,
        [Description("The recipient, as for sending.")] string? to,
        [Description("The connector that had it last.")] string? connector,
        [Description("Taken at or after this instant, ISO 8601.")] string? from,
        [Description("Taken before this instant.")] string? until,
        [Description("1 to 200; default 50.")] string? limit,
        [Description("From the header Link of the page before; holds its filters.")] string? cursor,
        HttpContext context,
        MessageArchive archive,
        CancellationToken cancellationToken)
    {
        MessageLists.RefuseUnknownParameters(context.Request.Query);
        var request = new MessageListRequest
        {
            Status = status,
            To = to,
            Connector = connector,
            From = from,
            Until = until,
            Limit = limit,
            Cursor = cursor,
        };
        var page = await ListParameters.ReadAsync(() => archive.ListAsync(request, cancellationToken));
        MessageLists.LinkNext(context, page);
        return TypedResults.Ok(page.Messages);
    }

    private static async Task<Ok<MessageResult>> GetAsync(
        string id, MessageArchive archive, CancellationToken cancellationToken) =>
        TypedResults.Ok(await archive.FindAsync(id, cancellationToken) ?? throw NotFound());

    // Whoever hangs up doesn't take it back.
    private static async Task<Ok<MessageResult>> CancelAsync(
        string id, HttpContext context, MessageCancellation cancellation)
    {
        var canceled = await cancellation.CancelAsync(id, ApiCaller.KeyOf(context)) ?? throw NotFound();
        return canceled.IsCanceled
            ? TypedResults.Ok(canceled.Message)
            : throw new ProblemException(new ApiProblem
            {
                Status = StatusCodes.Status409Conflict,
                Code = "message_not_cancelable",
                Title = "The message can't be called back",
                Detail = $"Its status is {canceled.Message.Status}. Only one that waits to be sent can be canceled.",
            });
    }

    public static ProblemException NotFound() => Requested.NotFound(
        "message_not_found",
        "No such message",
        "There is no message with this id, or none any more: see ConnectorHost:Delivery:KeepMessages.");
}
