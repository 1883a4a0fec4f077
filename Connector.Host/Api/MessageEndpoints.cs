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
                "The status says what the provider answered: accepted, refused or unknown (it may have been sent). "
                + "Answers 202; with Prefer: wait=N, 200. Everything that is wrong with a request is a problem, "
                + "and then nothing was sent.")
            .Reads<SendMessageRequest>()
            .Fails(
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status503ServiceUnavailable);
        messages.MapGet("/{id}", Get)
            .WithName("GetMessage")
            .WithSummary("A message's status with its attempts")
            .WithDescription($"The host remembers the last {RecentMessages.Capacity} messages until it stops.")
            .Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Accepted<MessageResult>, Ok<MessageResult>>> SendAsync(
        [FromHeader(Name = PreferHeader.Name)] string? prefer,
        HttpRequest request,
        MessageService service,
        RecentMessages recent,
        CancellationToken cancellationToken)
    {
        MessageRequests.RefuseIdempotencyKey(request);
        var body = await JsonBody.ReadAsync(request, ApiJson.Context.SendMessageRequest, cancellationToken);

        // A caller that hangs up must not turn a message on its way into one of unknown fate; the attempt has its own
        // deadline.
        var message = await service.SendAsync(MessageRequests.ToSendRequest(body), CancellationToken.None);
        recent.Add(message);
        var address = $"{request.PathBase}{ApiEndpoints.Base}/messages/{message.Id}";
        if (PreferHeader.ReadWait(prefer) is not { } seconds)
        {
            return TypedResults.Accepted(address, message);
        }

        PreferHeader.ConfirmWait(request.HttpContext.Response, seconds);
        request.HttpContext.Response.Headers.Location = address;
        return TypedResults.Ok(message);
    }

    private static Ok<MessageResult> Get(string id, RecentMessages recent) =>
        TypedResults.Ok(recent.Find(id) ?? throw Requested.NotFound(
            "message_not_found",
            "No such message",
            $"The host remembers the last {RecentMessages.Capacity} messages until it stops."));
}
