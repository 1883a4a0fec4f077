using System.Globalization;
using Connector.Host.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Host.Documentation;

/// <summary>Adds what holds for every route: the key, and problems as answers.</summary>
internal sealed class CommonAnswers : IOpenApiOperationTransformer
{
    private static readonly Dictionary<int, string> Meanings = new()
    {
        [StatusCodes.Status200OK] = "Done.",
        [StatusCodes.Status201Created] = "Added; Location leads to it.",
        [StatusCodes.Status202Accepted] = "Taken; status says how far it has come.",
        [StatusCodes.Status204NoContent] = "Done; there is nothing to say.",
        [StatusCodes.Status400BadRequest] = "The request does not have the expected form.",
        [StatusCodes.Status401Unauthorized] = "The API key, or a provider's signature, is missing or wrong.",
        [StatusCodes.Status403Forbidden] = "The key was not granted this.",
        [StatusCodes.Status404NotFound] = "There is no such thing.",
        [StatusCodes.Status409Conflict] = "Its present state, or that of what it names, doesn't allow it.",
        [StatusCodes.Status412PreconditionFailed] = "It has been changed meanwhile; ETag has its present revision.",
        [StatusCodes.Status413PayloadTooLarge] = "The body is too large.",
        [StatusCodes.Status415UnsupportedMediaType] = "The body is not JSON.",
        [StatusCodes.Status422UnprocessableEntity] = "The request says something that can't be.",
        [StatusCodes.Status503ServiceUnavailable] = "Nothing can serve the request now.",
    };

    public Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        foreach (var (status, response) in operation.Responses)
        {
            response.Description = Meanings.GetValueOrDefault(
                int.Parse(status, CultureInfo.InvariantCulture), response.Description ?? "");
        }

        if (IsUnderKey(context.Description))
        {
            var scheme = new OpenApiSecuritySchemeReference(ApiKeyAuthentication.Scheme, context.Document);
            operation.Security = [new OpenApiSecurityRequirement { [scheme] = [] }];
        }

        return Task.CompletedTask;
    }

    private static bool IsUnderKey(Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription description) =>
        ("/" + description.RelativePath).StartsWith(ApiGate.Prefix + "/", StringComparison.Ordinal)
        && !description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();
}
