using Connector.Runtime.Delivery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

internal static class ResendEndpoints
{
    private static readonly ResendMessageRequest AsItWas = new();

    public static void MapResend(this IEndpointRouteBuilder messages) =>
        messages.MapPost("/{id}/resend", ResendAsync)
            .WithName("ResendMessage")
            .WithSummary("Sends a message again that failed or whose outcome is unknown")
            .WithDescription(
                "202 with a new message: the same number, usage type, payload and expiry. Of use with "
                + "ConnectorHost:Delivery:KeepFailedContent, without which number and code are erased when a message "
                + "ends. A message is sent again once. One whose outcome is unknown may arrive twice. The body may be "
                + "left out.")
            .Accepts<ResendMessageRequest>(isOptional: true, "application/json")
            .Fails(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status503ServiceUnavailable);

    private static async Task<Accepted<MessageResult>> ResendAsync(
        string id, HttpContext context, MessageResend resend, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(context, cancellationToken);
        var acceptance = await resend.ResendAsync(
            id, body.Connector, MessageRequests.ToAcceptOptions(context, waitSeconds: null), cancellationToken)
            ?? throw StoredMessageEndpoints.NotFound();
        if (acceptance.IsReplay)
        {
            IdempotencyKeyHeader.ConfirmReplay(context.Response);
        }

        var address = $"{context.Request.PathBase}{ApiEndpoints.Base}/messages/{acceptance.Message.Id}";
        return TypedResults.Accepted(address, acceptance.Message);
    }

    private static async Task<ResendMessageRequest> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false;
        return hasBody
            ? await JsonBody.ReadAsync(context.Request, ApiJson.Context.ResendMessageRequest, cancellationToken)
            : AsItWas;
    }
}
