using Connector.Host.Api;

namespace Connector.Host.WebConsole;

/// <summary>Logos for who is signed in to the console, as the API serves them to who has a key.</summary>
internal static class PluginPictures
{
    public static string Address(string pluginId) =>
        $"{ConsolePaths.Base}/plugins/{Uri.EscapeDataString(pluginId)}/logo";

    public static void MapPluginPictures(this IEndpointRouteBuilder app) =>
        app.MapGet($"{ConsolePaths.Base}/plugins/{{id}}/logo", PluginEndpoints.GetLogo)
            .RequireAuthorization(ConsoleSessions.Policy)
            .ExcludeFromDescription();
}
