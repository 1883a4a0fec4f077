using Connector.Host.Problems;
using Connector.Runtime.Delivery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

/// <summary>
/// Where providers post delivery receipts. They have no API key: their signature takes its place, and is checked before
/// anything that they say is read.
/// </summary>
internal static class CallbackEndpoints
{
    private const string Description =
        "For providers only. The connector checks the provider's signature first. 204 also for receipts that say "
        + "nothing new. 404 when the connector takes no receipts, or ConnectorHost:Delivery:PublicUrl is not set.";

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);

    public static void MapCallbacks(this IEndpointRouteBuilder app)
    {
        var callbacks = app.MapGroup($"{ApiEndpoints.Base}/callbacks").WithTags("Receipts").AllowAnonymous();
        callbacks.MapPost("/{connector}", ReceiveAsync)
            .WithName("ReceiveReceipt")
            .WithSummary("Takes a provider's delivery receipt")
            .WithDescription(Description)
            .FailsAsCallback();
        callbacks.MapGet("/{connector}", ReceiveAsync)
            .WithName("ReceiveReceiptByGet")
            .WithSummary("The same, for providers that report with GET")
            .WithDescription(Description)
            .FailsAsCallback();
    }

    private static void FailsAsCallback(this RouteHandlerBuilder route) => route.Fails(
        StatusCodes.Status400BadRequest,
        StatusCodes.Status401Unauthorized,
        StatusCodes.Status404NotFound,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status503ServiceUnavailable);

    private static async Task<NoContent> ReceiveAsync(
        string connector, HttpContext context, ReceiptService receipts, CancellationToken cancellationToken)
    {
        var arrival = new ReceiptArrival
        {
            Method = context.Request.Method,
            Target = TargetOf(context),
            Headers = context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = await JsonBody.ReadBytesAsync(context.Request, cancellationToken),
        };
        return await receipts.ReceiveAsync(connector, arrival, cancellationToken) switch
        {
            ReceiptVerdict.Taken => TypedResults.NoContent(),
            ReceiptVerdict.NotFound => throw new ProblemException(
                KnownProblems.ForStatus(StatusCodes.Status404NotFound)),
            ReceiptVerdict.Untrusted => throw Refuse(
                StatusCodes.Status401Unauthorized, "signature_invalid", "The provider's signature is missing or wrong"),
            ReceiptVerdict.Malformed => throw Refuse(
                StatusCodes.Status400BadRequest, "receipt_malformed", "The receipt can't be read"),
            _ => throw new ProblemException(new ApiProblem
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Code = "receipt_unread",
                Title = "The receipt could not be read now",
                Detail = "Send it again later.",
                Retryable = true,
                RetryAfter = TryAgainAfter,
            }),
        };
    }

    // The server's own paths are decoded, and providers sign the characters that they sent.
    private static string TargetOf(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return target.StartsWith('/')
            ? target
            : $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";
    }

    private static ProblemException Refuse(int status, string code, string title) => new(new ApiProblem
    {
        Status = status,
        Code = code,
        Title = title,
        Detail = "The host's log says more.",
    });
}
