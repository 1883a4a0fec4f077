using Connector.Host.Security;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Host.Documentation;

/// <summary>Describes the API as a whole.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    public Task TransformAsync(
        Microsoft.OpenApi.OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "ConnectorPlatform",
            Version = Startup.HostVersion.Current,
            Description = "Sends verification-code SMS through provider plugins. "
                + "Every error is a problem (RFC 9457) with a stable code.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };

        // The address of this host as its client sees it, whatever name that is.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.AddComponent(ApiKeyAuthentication.Scheme, (IOpenApiSecurityScheme)new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "API key",
            Description = "A key of this host: the one that it printed at its first start, one that was created since, "
                + "or ConnectorHost:Security:BootstrapKey.",
        });
        return Task.CompletedTask;
    }
}
