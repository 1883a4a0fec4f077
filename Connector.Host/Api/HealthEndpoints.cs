using Connector.Runtime;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", Live)
            .WithName("GetLiveness")
            .WithSummary("Whether the process answers");
        health.MapGet("/ready", Ready)
            .WithName("GetReadiness")
            .WithSummary("Whether requests should be sent here")
            .WithDescription("503 while the host starts or stops, or while its database or broker can't be reached.")
            .Produces<HealthResponse>(StatusCodes.Status503ServiceUnavailable);
    }

    private static Ok<HealthResponse> Live() => TypedResults.Ok(new HealthResponse("live"));

    private static Results<Ok<HealthResponse>, JsonHttpResult<HealthResponse>> Ready(
        IHostApplicationLifetime lifetime, EngineHealth engine)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return NotReady("stopping");
        }

        if (engine.Trouble is not null)
        {
            return NotReady("storage");
        }

        return lifetime.ApplicationStarted.IsCancellationRequested
            ? TypedResults.Ok(new HealthResponse("ready"))
            : NotReady("starting");
    }

    private static JsonHttpResult<HealthResponse> NotReady(string status) => TypedResults.Json(
        new HealthResponse(status),
        ApiJson.Context.HealthResponse,
        statusCode: StatusCodes.Status503ServiceUnavailable);
}
