using System.Globalization;
using System.Text;
using Connector.Host.Api;
using Connector.Host.WebConsole;
using Connector.Host.Documentation;
using Connector.Host.Security;
using Connector.Runtime;
using Connector.Runtime.Connectors;
using Microsoft.Extensions.Options;

namespace Connector.Host.Startup;

/// <summary>What a person sees after the start: where everything is, and the next step.</summary>
internal static class Banner
{
    private const string KeyPlaceholder = "$CONNECTOR_KEY";

    public static void Write(WebApplication app, TextWriter output)
    {
        var keys = app.Services.GetRequiredService<ApiKeys>();
        var runtime = app.Services.GetRequiredService<IOptions<ConnectorRuntimeOptions>>().Value;
        var connectors = app.Services.GetRequiredService<ConnectorRegistry>().All;
        var address = Reachable(app.Urls.First());

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""

            connector-host {HostVersion.Current} listens on {string.Join(", ", app.Urls)}
              Plugins     {PluginsPath(runtime)}
              Data        {runtime.FullDataPath}
              Connectors  {Summary(connectors)}
              Console     {address}/
              Reference   {address}{ReferencePage.Path}

            """);
        AppendKey(text, keys);
        AppendSignIn(text, address, app.Services.GetRequiredService<SignInLinks>(), keys);
        AppendFirstMessage(text, address, connectors, keys);
        output.Write(text);
        output.Flush();
    }

    private static string PluginsPath(ConnectorRuntimeOptions runtime) =>
        Path.GetFullPath(runtime.Plugins.Path ?? "plugins", runtime.ContentRoot);

    private static string Summary(IReadOnlyList<ConnectorInfo> connectors) => connectors.Count == 0
        ? "none configured; add one under ConnectorHost:Connectors"
        : string.Join(", ", connectors.Select(Describe));

    private static string Describe(ConnectorInfo connector)
    {
        var state = connector.State.ToString().ToLowerInvariant();
        return connector.Problems.Count == 0
            ? $"{connector.Name} ({state})"
            : $"{connector.Name} ({state}: {connector.Problems[0].Code})";
    }

    private static void AppendKey(StringBuilder text, ApiKeys keys)
    {
        if (keys.CreatedKey is { } created)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  API key     {created}");
            text.AppendLine("              Shown only now; the host keeps its hash. Store it somewhere safe.");
            return;
        }

        text.Append("  API key     ").AppendLine(keys.HasBootstrapKey
            ? "the one in ConnectorHost:Security:BootstrapKey"
            : "one of those in use. Lost? connector-host keys create --name admin --permission manageKeys");
    }

    private static void AppendSignIn(StringBuilder text, string address, SignInLinks links, ApiKeys keys)
    {
        if (keys.CreatedKeyId is { } keyId)
        {
            var link = SignInEndpoints.LinkTo(links.Create(keyId));
            text.AppendLine(CultureInfo.InvariantCulture, $"  Sign in     {address}{link}");
            text.AppendLine("              Opens the console in a browser, once, within the hour.");
        }
    }

    private static void AppendFirstMessage(
        StringBuilder text, string address, IReadOnlyList<ConnectorInfo> connectors, ApiKeys keys)
    {
        var sandbox = connectors.FirstOrDefault(connector =>
            connector.State == ConnectorState.Running && connector.Capabilities.Contains("inbox"));
        if (sandbox is null)
        {
            return;
        }

        var key = keys.CreatedKey ?? KeyPlaceholder;
        var api = address + ApiEndpoints.Base;
        text.Append(CultureInfo.InvariantCulture, $$"""

            Send a message and read it:

              curl {{api}}/messages \
                -H "Authorization: Bearer {{key}}" -H "Content-Type: application/json" \
                -d '{"to":"+14155550123","usageType":"SignIn",
                     "payload":{"code":"123456"},"connector":"{{sandbox.Name}}"}'
              curl {{api}}/connectors/{{sandbox.Name}}/inbox \
                -H "Authorization: Bearer {{key}}"


            """);
    }

    /// <summary>An address to paste: "all addresses" is nothing that a client can call.</summary>
    private static string Reachable(string url) => url
        .Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
        .TrimEnd('/');
}
