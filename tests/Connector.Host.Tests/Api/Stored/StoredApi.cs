using System.Net;
using System.Text.Json;

namespace Connector.Host.Tests.Api;

/// <summary>Stored connectors as an administrator's script uses them.</summary>
internal static class StoredApi
{
    public const string Path = "/api/v1/connectors";

    /// <summary>A sandbox connector that says so in its texts.</summary>
    public static string Sandbox(string name, string text = "stored {{code}}", string more = "") => $$$"""
        { "name": "{{{name}}}", "plugin": "sandbox"{{{more}}},
          "config": { "templates": [{ "usageType": "Generic", "content": "{{{text}}}" }] } }
        """;

    public static async Task<JsonElement> CreateAsync(this HttpClient client, string definition)
    {
        using var response = await client.PostJsonAsync(Path, definition);
        Assert.That(
            response.StatusCode, Is.EqualTo(HttpStatusCode.Created), await response.Content.ReadAsStringAsync());
        return await response.ReadJsonAsync();
    }

    /// <summary>Changes a connector and expects that to work.</summary>
    /// <returns>The connector, and its ETag.</returns>
    public static async Task<(JsonElement Connector, string ETag)> ChangeAsync(
        this HttpClient client, string name, string patch, string? ifMatch = null)
    {
        using var response = await client.CallAsync(HttpMethod.Patch, $"{Path}/{name}", patch, ifMatch);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return (await response.ReadJsonAsync(), response.Headers.ETag!.Tag);
    }

    public static async Task RemoveAsync(this HttpClient client, string name)
    {
        using var response = await client.CallAsync(HttpMethod.Delete, $"{Path}/{name}");
        Assert.That(
            response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), await response.Content.ReadAsStringAsync());
    }

    public static async Task<JsonElement[]> ReadHistoryAsync(this HttpClient client, string name) =>
        [.. (await client.GetJsonAsync($"{Path}/{name}/history")).EnumerateArray()];

    /// <summary>Sends a test message and gives back the text that left.</summary>
    public static async Task<string?> TestAsync(this HttpClient client, string name, string phone = "+34600000000")
    {
        using var response = await client.PostJsonAsync($"{Path}/{name}/test", $$"""{"phone":"{{phone}}"}""");
        var result = await response.ReadJsonAsync();
        Assert.That(result.Text("outcome"), Is.EqualTo("accepted"), result.GetRawText());
        return result.Text("text");
    }
}
