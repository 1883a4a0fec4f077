using Connector.Host.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

/// <summary>The keys of this host, for those that may manage them.</summary>
internal static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("Keys");
        keys.MapGet("/", List)
            .WithName("ListKeys")
            .WithSummary("Every valid API key, without the keys themselves")
            .WithDescription("Needs manageKeys, as the other routes of keys do.")
            .Fails(StatusCodes.Status403Forbidden);
        keys.MapGet("/{id}", Get)
            .WithName("GetKey")
            .WithSummary("One API key, without the key itself")
            .Fails(StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);
        keys.MapPost("/", CreateAsync)
            .WithName("CreateKey")
            .WithSummary("Creates an API key")
            .WithDescription(
                $"permissions: {string.Join(", ", KeyPermissions.Names)}; a key can only grant what it has. The answer "
                + "holds the key. It is never shown again.")
            .Reads<CreateKeyRequest>()
            .Fails(
                StatusCodes.Status403Forbidden,
                StatusCodes.Status409Conflict,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status503ServiceUnavailable);
        keys.MapDelete("/{id}", RevokeAsync)
            .WithName("RevokeKey")
            .WithSummary("Revokes an API key, and ends the sessions of the console that began with it")
            .WithDescription("409 for the last key that may manage keys, and for the one of the configuration.")
            .Fails(
                StatusCodes.Status403Forbidden,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status503ServiceUnavailable);
    }

    private static Ok<IReadOnlyList<ApiKeyResponse>> List(HttpContext context, KeyAdministration keys) =>
        TypedResults.Ok<IReadOnlyList<ApiKeyResponse>>(
            [.. keys.List(ApiCaller.KeyOf(context)).Select(key => ApiKeyResponse.From(key))]);

    private static Ok<ApiKeyResponse> Get(string id, HttpContext context, KeyAdministration keys) =>
        TypedResults.Ok(ApiKeyResponse.From(keys.Get(ApiCaller.KeyOf(context), id)));

    private static async Task<Created<ApiKeyResponse>> CreateAsync(
        HttpContext context, KeyAdministration keys, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(context.Request, ApiJson.Context.CreateKeyRequest, cancellationToken);
        var (stored, key) = await keys.CreateAsync(
            ApiCaller.KeyOf(context), body.Name, body.Permissions ?? [], cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created(
            $"{context.Request.PathBase}{ApiEndpoints.Base}/keys/{stored.Id}", ApiKeyResponse.From(stored, key));
    }

    private static async Task<NoContent> RevokeAsync(
        string id, HttpContext context, KeyAdministration keys, CancellationToken cancellationToken)
    {
        await keys.RevokeAsync(ApiCaller.KeyOf(context), id, cancellationToken);
        return TypedResults.NoContent();
    }
}
