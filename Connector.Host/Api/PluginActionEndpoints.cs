using Connector.Host.Security;
using Connector.Runtime.Audit;
using Connector.Runtime.Connectors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Host.Api;

/// <summary>
/// Tries configurations that are not saved, which runs a plugin's code because the caller asks for it, and lets
/// plugins be called again.
/// </summary>
internal static class PluginActionEndpoints
{
    public static void MapPluginActions(this IEndpointRouteBuilder api)
    {
        var plugins = api.MapGroup("/plugins").WithTags("Plugins");
        plugins.MapPost("/{id}/validate", ValidateAsync)
            .WithName("ValidateConfig")
            .WithSummary("Checks a configuration against the plugin's schema and rules; all errors at once")
            .Reads<ValidateConfigRequest>()
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        plugins.MapPost("/{id}/test", TestAsync)
            .WithName("TestPlugin")
            .WithSummary("Sends a test message with a configuration that is not saved")
            .WithDescription(TestSends.Description)
            .Reads<TestPluginRequest>()
            .Fails(
                StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        plugins.MapPost("/{id}/release", ReleaseAsync)
            .WithName("ReleasePlugin")
            .WithSummary("Ends the quarantine of a plugin on this host before its time")
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<PluginResponse>> ReleaseAsync(
        string id,
        [FromHeader(Name = "Accept-Language")] string? language,
        HttpContext context,
        PluginRelease release,
        AuditLog audit)
    {
        var released = release.Release(id);
        await audit.WriteDoneAsync(ApiCaller.KeyOf(context), AuditActions.PluginReleased, id, released.Version);
        return TypedResults.Ok(PluginResponse.From(
            released, language, context.Request.PathBase + ApiEndpoints.Base + "/plugins"));
    }

    private static async Task<Ok<ConfigCheckResponse>> ValidateAsync(
        string id, HttpRequest request, ConfigChecker checker, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, ApiJson.Context.ValidateConfigRequest, cancellationToken);
        var check = await checker.CheckAsync(id, body.Config, cancellationToken);
        return TypedResults.Ok(ConfigCheckResponse.From(check));
    }

    private static async Task<Ok<TestSendResponse>> TestAsync(
        string id, HttpRequest request, TestSender sender, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, ApiJson.Context.TestPluginRequest, cancellationToken);
        var test = TestSends.Create(body.Phone, body.UsageType, body.Locale);
        var result = await sender.TestPluginAsync(id, body.Config, test, cancellationToken);
        return TypedResults.Ok(TestSendResponse.From(result));
    }
}
