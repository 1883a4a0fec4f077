using Microsoft.OpenApi;

namespace Connector.Host.Documentation;

/// <summary>The OpenAPI document, built at the first request for it.</summary>
internal static class OpenApiDocument
{
    public const string Name = "v1";
    public const string RoutePattern = "/openapi/{documentName}.json";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer<ApiDescription>();
            options.AddOperationTransformer<CommonAnswers>();
            options.AddOperationTransformer<RequestExamples>();
        });

    public static void MapOpenApiDocument(this IEndpointRouteBuilder app) =>
        app.MapOpenApi(RoutePattern);
}
