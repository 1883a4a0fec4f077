using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace FaultTests.Ledgers;

/// <summary>A host's API for messages, as its clients use it.</summary>
internal static class MessageApi
{
    private const string Messages = "/api/v1/messages";

    /// <summary>Has a message sent; its id goes into the order when it is stored.</summary>
    /// <returns>The status; <see langword="null"/> when there was no answer.</returns>
    public static async Task<HttpStatusCode?> TrySendAsync(this HttpClient client, Order order)
    {
        try
        {
            using var response = await client.SendAsync(order);
            return response.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>As <see cref="TrySendAsync"/>, with the whole answer.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, Order order)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages)
        {
            Content = JsonContent.Create(new
            {
                to = order.To,
                usageType = "SignIn",
                payload = new { code = order.Code },
            }),
        };
        if (order.Key is not null)
        {
            request.Headers.Add("Idempotency-Key", order.Key);
        }

        var response = await client.SendAsync(request);
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            var body = await response.Content.ReadFromJsonAsync<JsonElement>();
            order.MessageId = body.GetProperty("id").GetString();
        }

        return response;
    }

    /// <summary>The message, with its attempts.</summary>
    public static async Task<MessageView> ReadMessageAsync(this HttpClient client, string id)
    {
        var json = await client.GetFromJsonAsync<JsonElement>($"{Messages}/{id}");
        return MessageView.Read(json);
    }

    /// <summary>The ids of the newest messages that match.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(this HttpClient client, string filter)
    {
        var json = await client.GetFromJsonAsync<JsonElement>($"{Messages}?{filter}");
        return [.. json.EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];
    }
}
