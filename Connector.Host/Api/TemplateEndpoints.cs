using Connector.Runtime.Delivery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Host.Api;

internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder api) =>
        api.MapPost("/templates/preview", PreviewAsync)
            .WithTags("Templates")
            .WithName("PreviewTemplate")
            .WithSummary("Fills a template and says how it is coded and billed; sends nothing")
            .Reads<PreviewTemplateRequest>()
            .Fails(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<PreviewTemplateResponse>> PreviewAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, ApiJson.Context.PreviewTemplateRequest, cancellationToken);
        return TypedResults.Ok(
            PreviewTemplateResponse.From(TemplatePreviewer.Preview(body.Content, body.Payload ?? default)));
    }
}
