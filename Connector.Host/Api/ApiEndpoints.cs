using Connector.Host.Problems;
using Connector.Host.Security;

namespace Connector.Host.Api;

/// <summary>The HTTP API; one file per feature.</summary>
internal static class ApiEndpoints
{
    public const string Base = ApiGate.Prefix + "/v1";

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Base).WithMetadata(new ProducesResponseTypeMetadata(
            StatusCodes.Status401Unauthorized, typeof(ApiProblem), [ProblemWriter.ContentType]));

        // In the order in which the reference shows them.
        api.MapMessages();
        api.MapStatistics();
        api.MapTemplates();
        api.MapWebhooks();
        api.MapWebhookDeliveries();
        api.MapConnectors();
        api.MapUsage();
        api.MapStoredConnectors();
        api.MapPlugins();
        api.MapPluginActions();
        api.MapKeys();
        api.MapAudit();
        app.MapCallbacks();
        app.MapHealth();
    }

    /// <summary>Documents a problem that this route answers with, beside the ones that every route has.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<ApiProblem>(status, ProblemWriter.ContentType);
        }

        return route;
    }

    /// <summary>
    /// Documents a JSON body that <see cref="JsonBody"/> reads, and every way in which reading fails.
    /// </summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder route, params string[] furtherTypes)
        where T : notnull =>
        route.Accepts<T>("application/json", furtherTypes).Fails(
            StatusCodes.Status400BadRequest,
            StatusCodes.Status413PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType);
}
