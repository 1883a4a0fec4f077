using System.Globalization;
using Connector.Host.Security;
using Connector.Runtime.Connectors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

/// <summary>Connectors that are defined here instead of in the configuration.</summary>
internal static class StoredConnectorEndpoints
{
    private const int DefaultHistoryLimit = 20;
    private const int MaxHistoryLimit = 200;
    private const string MergePatchType = "application/merge-patch+json";

    private const string Conditions =
        "If-Match with the ETag that was read makes sure that nobody else's change is lost: 412 otherwise. "
        + "Connectors of the configuration can't be changed here: 409.";

    public static void MapStoredConnectors(this IEndpointRouteBuilder api)
    {
        var connectors = api.MapGroup("/connectors").WithTags("Connectors");
        connectors.MapPost("/", CreateAsync)
            .WithName("CreateConnector")
            .WithSummary("Adds a connector; it serves at once, on every host of the same database")
            .WithDescription("Checked and started before it is stored. What can't run is not stored: 422, all errors.")
            .Reads<CreateConnectorRequest>()
            .Fails(
                StatusCodes.Status409Conflict,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status503ServiceUnavailable);
        connectors.MapPatch("/{name}", ChangeAsync)
            .WithName("ChangeConnector")
            .WithSummary("Changes parts of a connector (JSON Merge Patch, RFC 7396), config included")
            .WithDescription($"null removes, lists are replaced; a secret that reads •••• stays as it is. {Conditions}")
            .Reads<ChangeConnectorRequest>(MergePatchType)
            .FailsToChange();
        connectors.MapDelete("/{name}", DeleteAsync)
            .WithName("DeleteConnector")
            .WithSummary("Deletes a connector; messages that wait for it go to others")
            .WithDescription($"Its history stays, and it can be rolled back from there. {Conditions}")
            .Fails(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status412PreconditionFailed,
                StatusCodes.Status503ServiceUnavailable);
        connectors.MapGet("/{name}/history", ReadHistoryAsync)
            .WithName("ReadConnectorHistory")
            .WithSummary("The changes of a connector, newest first, deleted or not")
            .WithDescription(
                $"limit: 1 to {MaxHistoryLimit}, default {DefaultHistoryLimit}. before: a revision. "
                + "Link rel=next leads on.")
            .Fails(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status503ServiceUnavailable);
        connectors.MapPost("/{name}/rollback", RollBackAsync)
            .WithName("RollBackConnector")
            .WithSummary("Brings a connector back to an earlier revision, as a new one")
            .WithDescription($"Also brings back a deleted one. Checked like any change. {Conditions}")
            .Reads<RollBackConnectorRequest>()
            .FailsToChange();
    }

    private static RouteHandlerBuilder FailsToChange(this RouteHandlerBuilder route) => route.Fails(
        StatusCodes.Status404NotFound,
        StatusCodes.Status409Conflict,
        StatusCodes.Status412PreconditionFailed,
        StatusCodes.Status422UnprocessableEntity,
        StatusCodes.Status503ServiceUnavailable);

    private static async Task<Created<ConnectorResponse>> CreateAsync(
        HttpContext context, StoredConnectors connectors, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadObjectAsync(context.Request, cancellationToken);
        var created = await connectors.CreateAsync(body, ApiCaller.KeyOf(context), cancellationToken);
        EntityTags.Write(context.Response, created.Revision);
        var address = $"{context.Request.PathBase}{ApiEndpoints.Base}/connectors/{created.Name}";
        return TypedResults.Created(address, ConnectorResponse.From(created));
    }

    private static async Task<Ok<ConnectorResponse>> ChangeAsync(
        string name, HttpContext context, StoredConnectors connectors, CancellationToken cancellationToken)
    {
        var terms = TermsOf(context);
        var patch = await JsonBody.ReadObjectAsync(context.Request, cancellationToken);
        return Show(context, await connectors.ChangeAsync(name, patch, terms, cancellationToken));
    }

    private static async Task<NoContent> DeleteAsync(
        string name, HttpContext context, StoredConnectors connectors, CancellationToken cancellationToken)
    {
        await connectors.DeleteAsync(name, TermsOf(context), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ConnectorResponse>> RollBackAsync(
        string name, HttpContext context, StoredConnectors connectors, CancellationToken cancellationToken)
    {
        var terms = TermsOf(context);
        var body = await JsonBody.ReadAsync(
            context.Request, ApiJson.Context.RollBackConnectorRequest, cancellationToken);
        return Show(context, await connectors.RollBackAsync(name, body.Revision, terms, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<ConnectorRevision>>> ReadHistoryAsync(
        string name,
        long? before,
        int? limit,
        HttpContext context,
        StoredConnectors connectors,
        CancellationToken cancellationToken)
    {
        var count = ListParameters.Limit(limit, DefaultHistoryLimit, MaxHistoryLimit);
        var changes = await connectors.ReadHistoryAsync(name, before, count + 1, cancellationToken);
        if (changes.Count > count)
        {
            changes = [.. changes.Take(count)];
            var page = $"{context.Request.PathBase}{context.Request.Path}";
            context.Response.Headers.Link = string.Create(
                CultureInfo.InvariantCulture, $"<{page}?before={changes[^1].Revision}&limit={count}>; rel=\"next\"");
        }

        return TypedResults.Ok(changes);
    }

    private static Ok<ConnectorResponse> Show(HttpContext context, ConnectorInfo connector)
    {
        EntityTags.Write(context.Response, connector.Revision);
        return TypedResults.Ok(ConnectorResponse.From(connector));
    }

    private static ChangeTerms TermsOf(HttpContext context) =>
        new(ApiCaller.KeyOf(context), EntityTags.ReadIfMatch(context.Request));
}
