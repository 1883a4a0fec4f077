using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Connector.Host.Tests.Security;

/// <summary>Keys as a client sees them.</summary>
internal static class KeysApi
{
    public const string Path = "/api/v1/keys";

    /// <summary>Creates a key.</summary>
    /// <param name="client">A key that may.</param>
    /// <param name="permissions">What it is granted.</param>
    public static async Task<(string Id, string Key)> CreateKeyAsync(
        this HttpClient client, params string[] permissions)
    {
        using var response = await client.PostJsonAsync(
            Path, JsonSerializer.Serialize(new { name = "test", permissions }));
        var created = await response.ReadJsonAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created), created.GetRawText());
        return (created.Text("id")!, created.Text("key")!);
    }

    /// <summary>A client of the same host with another key.</summary>
    public static HttpClient With(this TestHost host, string key)
    {
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Waits until the host answers a key with a status, but not for ever.</summary>
    public static async Task UntilAsync(this HttpClient client, HttpStatusCode status)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var response = await client.GetPathAsync("/api/v1/connectors");
            if (response.StatusCode == status)
            {
                return;
            }

            await pace.WaitForNextTickAsync(limit.Token);
        }
    }
}
