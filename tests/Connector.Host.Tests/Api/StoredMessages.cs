using System.Net;
using System.Text.Json;

namespace Connector.Host.Tests.Api;

/// <summary>Sends messages through a host and follows them.</summary>
internal static class StoredMessages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<string> SendAsync(
        this TestHost host, string to = "+14155550123", string connector = "sandbox")
    {
        using var response = await host.Client.PostJsonAsync(
            "/api/v1/messages",
            $$$"""{"to":"{{{to}}}","usageType":"SignIn","payload":{"code":"731842"},"connector":"{{{connector}}}"}""");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        return (await response.ReadJsonAsync()).Text("id")!;
    }

    /// <summary>Asks for the message until it has a status.</summary>
    public static async Task<JsonElement> UntilAsync(this TestHost host, string id, string status)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var message = await host.Client.GetJsonAsync($"/api/v1/messages/{id}");
            if (message.Text("status") == status)
            {
                return message;
            }

            Assert.That(patience.IsCancellationRequested, Is.False, message.GetRawText());
        }
    }
}
