using System.Text;
using Connector.Runtime.Plugins;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Connector.Host.Api;

/// <summary>What is installed. Nothing here runs a plugin's code.</summary>
internal static class PluginEndpoints
{
    private const string Language = "Accept-Language";

    /// <summary>A logo is a stranger's file: opened by itself it must not run anything or fetch anything.</summary>
    private const string LogoPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    public static void MapPlugins(this IEndpointRouteBuilder api)
    {
        var plugins = api.MapGroup("/plugins").WithTags("Plugins");
        plugins.MapGet("/", List)
            .WithName("ListPlugins")
            .WithSummary("Every installed plugin, usable or not");
        plugins.MapGet("/{id}", Get)
            .WithName("GetPlugin")
            .WithSummary("One plugin with everything that is wrong with it")
            .Fails(StatusCodes.Status404NotFound);
        plugins.MapGet("/{id}/logo", GetLogo)
            .WithName("GetPluginLogo")
            .WithSummary("The plugin's logo, SVG or PNG")
            .WithDescription("theme=dark gives the logo for dark backgrounds, or the usual one when there is none.")
            .Produces<byte[]>(StatusCodes.Status200OK, "image/svg+xml", "image/png")
            .Fails(StatusCodes.Status404NotFound);
        plugins.MapGet("/{id}/readme", GetReadme)
            .WithName("GetPluginReadme")
            .WithSummary("The plugin's guide as Markdown, in the language that Accept-Language asks for")
            .Produces<string>(StatusCodes.Status200OK, "text/markdown")
            .Fails(StatusCodes.Status404NotFound);
        plugins.MapGet("/{id}/schema", GetSchema)
            .WithName("GetPluginSchema")
            .WithSummary("The JSON Schema of the plugin's configuration")
            .Produces<object>(StatusCodes.Status200OK, "application/schema+json")
            .Fails(StatusCodes.Status404NotFound);
    }

    private static Ok<IReadOnlyList<PluginResponse>> List(
        [FromHeader(Name = Language)] string? language, HttpRequest request, PluginCatalog catalog)
    {
        VaryByLanguage(request.HttpContext.Response);
        return TypedResults.Ok<IReadOnlyList<PluginResponse>>(
            [.. catalog.All.Select(plugin => Describe(plugin, language, request))]);
    }

    private static Ok<PluginResponse> Get(
        string id, [FromHeader(Name = Language)] string? language, HttpRequest request, PluginCatalog catalog)
    {
        VaryByLanguage(request.HttpContext.Response);
        return TypedResults.Ok(Describe(Requested.Plugin(catalog, id), language, request));
    }

    internal static FileContentHttpResult GetLogo(
        string id, string? theme, HttpResponse response, PluginCatalog catalog)
    {
        var plugin = Requested.Plugin(catalog, id);
        var logo = (theme == "dark" ? plugin.LogoDark ?? plugin.Logo : plugin.Logo)
            ?? throw Requested.Missing(id, "logo");
        response.Headers.ContentSecurityPolicy = LogoPolicy;
        return File(response, logo.Content.ToArray(), logo.MediaType, Tag(plugin, logo.FileName));
    }

    private static FileContentHttpResult GetReadme(
        string id, [FromHeader(Name = Language)] string? language, HttpResponse response, PluginCatalog catalog)
    {
        var plugin = Requested.Plugin(catalog, id);
        var readme = plugin.Readme(language) ?? throw Requested.Missing(id, "readme");
        VaryByLanguage(response);
        var content = Encoding.UTF8.GetBytes(readme);
        return File(
            response,
            content,
            "text/markdown; charset=utf-8",
            Tag(plugin, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content).AsSpan(0, 8))));
    }

    private static FileContentHttpResult GetSchema(string id, HttpResponse response, PluginCatalog catalog)
    {
        var plugin = Requested.Plugin(catalog, id);
        var schema = plugin.ConfigSchemaJson ?? throw Requested.Missing(id, "config schema");
        return File(response, Encoding.UTF8.GetBytes(schema), "application/schema+json", Tag(plugin, "schema"));
    }

    private static FileContentHttpResult File(
        HttpResponse response, byte[] content, string mediaType, EntityTagHeaderValue? tag)
    {
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.File(content, mediaType, entityTag: tag);
    }

    /// <summary>The plugin's hash names all of its files at once; the rest says which of them this is.</summary>
    private static EntityTagHeaderValue? Tag(InstalledPlugin plugin, string part) =>
        plugin.Hash is null ? null : new EntityTagHeaderValue($"\"{plugin.Hash}/{Uri.EscapeDataString(part)}\"");

    private static PluginResponse Describe(InstalledPlugin plugin, string? language, HttpRequest request) =>
        PluginResponse.From(plugin, language, request.PathBase + ApiEndpoints.Base + "/plugins");

    private static void VaryByLanguage(HttpResponse response) => response.Headers.Vary = Language;
}
