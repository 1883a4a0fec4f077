using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Console.Tests.Hosting;

namespace Connector.Console.Tests.Connectors;

/// <summary>What somebody else does meanwhile, through the API.</summary>
internal static class ConsoleApi
{
    public static async Task CreateAsync(ConsoleHost host, string name, string plugin, object config)
    {
        using var response = await host.Client.PostAsJsonAsync("/api/v1/connectors", new { name, plugin, config });
        Assert.That(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public static async Task ChangeAsync(ConsoleHost host, string name, object patch)
    {
        using var content = new StringContent(JsonSerializer.Serialize(patch));
        content.Headers.ContentType = new("application/merge-patch+json");
        using var response = await host.Client.PatchAsync(Of(name), content);
        Assert.That(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public static async Task<JsonNode> ReadAsync(ConsoleHost host, string name) =>
        (await host.Client.GetFromJsonAsync<JsonNode>(Of(name)))!;

    public static async Task SendAsync(ConsoleHost host, string to, string connector)
    {
        var message = new { to, usageType = "SignIn", payload = new { code = "246810" }, connector };
        using var response = await host.Client.PostAsJsonAsync("/api/v1/messages", message);
        Assert.That(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static Uri Of(string name) => new($"/api/v1/connectors/{name}", UriKind.Relative);
}
