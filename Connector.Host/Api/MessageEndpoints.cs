using Connector.Runtime.Delivery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Host.Api;

internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        var messages = api.MapGroup("/messages").WithTags("Messages");
        messages.MapPost("/", SendAsync)
            .WithName("SendMessage")
            .WithSummary("Sends a message")
            .WithDescription(
                "202 means stored: it is delivered whatever happens to the host. With Prefer: wait=N (at most 30) the "
                + "answer is 200 with the status reached within N seconds. With Idempotency-Key, the same request sent "
                + "again within 24 hours gets the first answer. Everything that is wrong with a request is a problem, "
                + "and then nothing was stored.")
            .Reads<SendMessageRequest>()
            .Fails(
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status503ServiceUnavailable);
        messages.MapStoredMessages();
        messages.MapResend();
    }

    private static async Task<Results<Accepted<MessageResult>, Ok<MessageResult>>> SendAsync(
        [FromHeader(Name = PreferHeader.Name)] string? prefer,
        HttpContext context,
        MessageService service,
        CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(context.Request, ApiJson.Context.SendMessageRequest, cancellationToken);
        var wait = PreferHeader.ReadWait(prefer);
        var acceptance = await service.AcceptAsync(
            MessageRequests.ToSendRequest(body), MessageRequests.ToAcceptOptions(context, wait), cancellationToken);
        if (acceptance.IsReplay)
        {
            IdempotencyKeyHeader.ConfirmReplay(context.Response);
        }

        var address = $"{context.Request.PathBase}{ApiEndpoints.Base}/messages/{acceptance.Message.Id}";
        if (!acceptance.HasWaited)
        {
            return TypedResults.Accepted(address, acceptance.Message);
        }

        if (wait is { } seconds)
        {
            PreferHeader.ConfirmWait(context.Response, seconds);
        }

        context.Response.Headers.Location = address;
        return TypedResults.Ok(acceptance.Message);
    }
}
