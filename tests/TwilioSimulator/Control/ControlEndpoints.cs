using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TwilioSimulator.Control;

/// <summary>The control API: the same switches a test has in code, over HTTP.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes, TwilioSimulatorServer server, string help)
    {
        var json = ControlJson.Relaxed;
        var control = routes.MapGroup("/_control");
        routes.MapGet("/", context => context.Response.WriteAsync(help, context.RequestAborted));
        control.MapGet("", context => context.Response.WriteAsync(help, context.RequestAborted));
        control.MapGet("/requests", context => WriteAsync(context, json.IReadOnlyListRecordedRequest, server.Requests));
        control.MapGet(
            "/messages", context => WriteAsync(context, json.IReadOnlyListSimulatedMessage, server.Messages));
        control.MapGet(
            "/callbacks", context => WriteAsync(context, json.IReadOnlyListCallbackAttempt, server.Callbacks));
        control.MapDelete("/requests", context => Done(context, server.ClearRequests));
        control.MapPost("/reset", context => Done(context, server.Reset));
        control.MapPost("/advance", context => AdvanceAsync(context, server));
        control.MapPost("/messages/{sid}/status", context => SetStatusAsync(context, server));
        control.MapFaults(server);
    }

    public static Task WriteAsync<T>(HttpContext context, JsonTypeInfo<T> type, T value) =>
        context.Response.WriteAsJsonAsync(value, type, cancellationToken: context.RequestAborted);

    public static Task Done(HttpContext context, Action action)
    {
        action();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static Task RefuseAsync(HttpContext context, string error)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return WriteAsync(context, ControlJson.Relaxed.ControlErrorDto, new ControlErrorDto(error));
    }

    /// <summary>Reads the body; answers 400 with the reason and returns nothing when it cannot be read.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted);
            if (value is null)
            {
                await RefuseAsync(context, "The body is null.");
            }

            return value;
        }
        catch (JsonException exception)
        {
            var place = exception.Path ?? "its start";
            await RefuseAsync(context, $"The JSON is not as expected at {place}; GET /_control has examples.");
            return null;
        }
    }

    private static async Task AdvanceAsync(HttpContext context, TwilioSimulatorServer server)
    {
        if (await ReadAsync(context, ControlJson.Relaxed.AdvanceDto) is { } wanted)
        {
            var moved = await server.AdvanceAsync(wanted.Sid, wanted.Steps, context.RequestAborted);
            await WriteAsync(context, ControlJson.Relaxed.CountDto, new CountDto(moved));
        }
    }

    private static async Task SetStatusAsync(HttpContext context, TwilioSimulatorServer server)
    {
        if (await ReadAsync(context, ControlJson.Relaxed.StatusDto) is { } wanted)
        {
            var sid = context.Request.RouteValues["sid"] as string ?? string.Empty;
            var isSet = await server.SetStatusAsync(sid, wanted.Status, wanted.ErrorCode, context.RequestAborted);
            context.Response.StatusCode = isSet ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
        }
    }
}
