using Connector.Runtime.Connectors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

internal static class ConnectorEndpoints
{
    private const int DefaultInboxLimit = 20;
    private const int MaxInboxLimit = 200;

    public static void MapConnectors(this IEndpointRouteBuilder api)
    {
        var connectors = api.MapGroup("/connectors").WithTags("Connectors");
        connectors.MapGet("/", List)
            .WithName("ListConnectors")
            .WithSummary("Every connector, running or not");
        connectors.MapGet("/{name}", Get)
            .WithName("GetConnector")
            .WithSummary("One connector with everything that is wrong with it")
            .Fails(StatusCodes.Status404NotFound);
        connectors.MapPost("/{name}/test", TestAsync)
            .WithName("TestConnector")
            .WithSummary("Sends a test message through a connector as it is configured")
            .WithDescription(TestSends.Description)
            .Reads<TestConnectorRequest>()
            .Fails(
                StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        connectors.MapGet("/{name}/inbox", ReadInboxAsync)
            .WithName("ReadInbox")
            .WithSummary("The messages a sandbox connector has kept, newest first")
            .WithDescription(
                $"limit: 1 to {MaxInboxLimit}, default {DefaultInboxLimit}. 404 when the connector has no inbox.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static Ok<IReadOnlyList<ConnectorResponse>> List(ConnectorRegistry registry) =>
        TypedResults.Ok<IReadOnlyList<ConnectorResponse>>([.. registry.All.Select(ConnectorResponse.From)]);

    private static Ok<ConnectorResponse> Get(string name, ConnectorRegistry registry, HttpResponse response)
    {
        var connector = Requested.Connector(registry, name);
        EntityTags.Write(response, connector.Revision);
        return TypedResults.Ok(ConnectorResponse.From(connector));
    }

    private static async Task<Ok<TestSendResponse>> TestAsync(
        string name, HttpRequest request, TestSender sender, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, ApiJson.Context.TestConnectorRequest, cancellationToken);
        var test = TestSends.Create(body.Phone, body.UsageType, body.Locale);
        var result = await sender.TestConnectorAsync(name, test, cancellationToken);
        return TypedResults.Ok(TestSendResponse.From(result));
    }

    private static async Task<Ok<IReadOnlyList<InboxMessageResponse>>> ReadInboxAsync(
        string name, int? limit, ConnectorRegistry registry, CancellationToken cancellationToken)
    {
        var count = ListParameters.Limit(limit, DefaultInboxLimit, MaxInboxLimit);
        var messages = await registry.ReadInboxAsync(name, count, cancellationToken)
            ?? throw Requested.NotFound(
                "inbox_not_available", "The connector has no inbox", "Only sandbox connectors keep their messages.");
        return TypedResults.Ok<IReadOnlyList<InboxMessageResponse>>([.. messages.Select(InboxMessageResponse.From)]);
    }
}
