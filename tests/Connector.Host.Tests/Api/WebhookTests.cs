using System.Net;
using System.Text.Json;
using Connector.Runtime.Tests.Delivery;

namespace Connector.Host.Tests.Api;

internal sealed class WebhookTests
{
    private const string Webhooks = "/api/v1/webhooks";

    private TestHost host;
    private WebhookReceiver receiver;

    [SetUp]
    public async Task Start()
    {
        receiver = new WebhookReceiver();
        host = await TestHost.StartAsync(
        [
            "--ConnectorHost:Delivery:Webhooks:AllowHttp=true",
            "--ConnectorHost:Delivery:Webhooks:AllowedNetworks=127.0.0.0/8",
        ]);
    }

    [TearDown]
    public async Task Stop()
    {
        await receiver.DisposeAsync();
        await host.DisposeAsync();
    }

    [TestCase("""{}""", 400, "invalid_body", "/url")]
    [TestCase("""{"url":1}""", 400, "invalid_body", "/url")]
    [TestCase("""{"url":"https://example.com","secret":"mine"}""", 400, "invalid_body", "/secret")]
    [TestCase("""{"url":"https://10.0.0.1/"}""", 422, "webhook_invalid", "/url")]
    [TestCase("""{"url":"https://example.com","events":["message.queued"]}""", 422, "webhook_invalid", "/events/0")]
    public async Task A_wrong_request_is_refused_at_its_place(string body, int status, string code, string pointer)
    {
        using var response = await host.Client.PostJsonAsync(Webhooks, body);

        var problem = await response.ReadProblemAsync((HttpStatusCode)status, code);
        Assert.That(problem.Pointers(), Is.EqualTo([pointer]));
    }

    [TestCase("GET", "", null)]
    [TestCase("PATCH", "", "{}")]
    [TestCase("DELETE", "", null)]
    [TestCase("POST", "/rotate-secret", "{}")]
    [TestCase("POST", "/test", null)]
    [TestCase("GET", "/deliveries", null)]
    [TestCase("POST", "/deliveries/evt_1/replay", null)]
    public async Task An_unknown_webhook_is_not_found(string method, string part, string? body)
    {
        using var response = await SendAsync(method, $"{Webhooks}/whk_none{part}", body);

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "webhook_not_found");
    }

    [TestCase("limit=0")]
    [TestCase("limit=201")]
    [TestCase("status=lost")]
    [TestCase("cursor=1")]
    public async Task A_wrong_parameter_of_the_list_is_refused(string query)
    {
        var webhook = await CreateAsync();

        using var response = await host.Client.GetPathAsync($"{PathOf(webhook)}/deliveries?{query}");

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.That(problem.Pointers(), Is.EqualTo([$"/{query.Split('=')[0]}"]));
    }

    [Test]
    public async Task A_test_tells_why_it_failed()
    {
        receiver.Answer = _ => "404 Not Found";
        var webhook = await CreateAsync();
        using var answered = await host.Client.PostJsonAsync($"{PathOf(webhook)}/test", "");
        await receiver.DisposeAsync();
        using var unanswered = await host.Client.PostJsonAsync($"{PathOf(webhook)}/test", "");

        var first = await answered.ReadJsonAsync();
        var second = await unanswered.ReadJsonAsync();
        Assert.That(first.GetProperty("delivered").GetBoolean(), Is.False);
        Assert.That(first.GetProperty("httpStatus").GetInt32(), Is.EqualTo(404));
        Assert.That(second.Text("error"), Is.EqualTo("connectionFailed"));
    }

    [Test]
    public async Task A_message_that_is_sent_is_told_signed()
    {
        var webhook = await CreateAsync();

        using var sent = await host.Client.PostJsonAsync(
            "/api/v1/messages", """{"to":"+14155550123","usageType":"SignIn","payload":{"code":"731842"}}""");
        var received = await receiver.NextAsync();

        var id = (await sent.ReadJsonAsync()).Text("id");
        Assert.That(received.IsSignedWith(webhook.Text("secret")!, TimeProvider.System.GetUtcNow()));
        Assert.That(received.Json.GetProperty("data").Text("id"), Is.EqualTo(id));
        Assert.That(received.Json.Text("type"), Does.StartWith("message."));
        Assert.That(received.Text, Does.Not.Contain("4155550123").And.Not.Contain("731842"));
    }

    [Test]
    public async Task A_secret_is_shown_when_it_is_made_and_never_again()
    {
        var webhook = await CreateAsync();
        using var rotated = await host.Client.PostJsonAsync(
            $"{PathOf(webhook)}/rotate-secret", """{"keepOldFor":"01:00:00"}""");
        using var changed = await SendAsync("PATCH", PathOf(webhook), """{"description":"mine"}""");

        var second = await rotated.ReadJsonAsync();
        string[] answers =
        [
            (await host.Client.GetJsonAsync(Webhooks)).GetRawText(),
            (await host.Client.GetJsonAsync(PathOf(webhook))).GetRawText(),
            (await changed.ReadJsonAsync()).GetRawText(),
            .. host.Logs.GetSnapshot().Select(record => record.ToString()),
        ];
        Assert.That(second.Text("secret"), Does.StartWith("whsec_").And.Not.EqualTo(webhook.Text("secret")));
        Assert.That(second.Text("oldSecretUntil"), Is.Not.Null);
        Assert.That(answers, Has.None.Contains("whsec_").And.Some.Contains("mine"));
    }

    [Test]
    public async Task A_webhook_is_added_changed_and_removed()
    {
        using var created = await host.Client.PostJsonAsync(
            Webhooks, $$"""{"url":"{{receiver.Url}}","events":["message.sent"],"description":"a","enabled":false}""");
        var webhook = await created.ReadJsonAsync();
        using var changed = await SendAsync(
            "PATCH", PathOf(webhook), """{"events":[],"description":"","enabled":true}""");
        var now = await changed.ReadJsonAsync();
        using var deleted = await SendAsync("DELETE", PathOf(webhook), body: null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(created.Headers.Location?.OriginalString, Is.EqualTo(PathOf(webhook)));
            Assert.That(webhook.GetProperty("enabled").GetBoolean(), Is.False);
            Assert.That(webhook.GetProperty("events")[0].GetString(), Is.EqualTo("message.sent"));
            Assert.That(now.GetProperty("enabled").GetBoolean());
            Assert.That(now.GetProperty("events").GetArrayLength(), Is.Zero);
            Assert.That(now.TryGetProperty("description", out _), Is.False);
            Assert.That(deleted.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That((await host.Client.GetJsonAsync(Webhooks)).GetArrayLength(), Is.Zero);
        }
    }

    [Test]
    public async Task What_was_sent_is_listed_by_pages_and_can_be_replayed()
    {
        var webhook = await CreateAsync();
        for (var count = 0; count < 3; count++)
        {
            using var sent = await host.Client.PostJsonAsync(
                "/api/v1/messages", """{"to":"+14155550123","usageType":"SignIn","payload":{"code":"731842"}}""");
            await receiver.NextAsync();
        }

        var ids = new List<string>();
        for (var next = $"{PathOf(webhook)}/deliveries?limit=2"; next is not null;)
        {
            using var page = await host.Client.GetPathAsync(next);
            ids.AddRange((await page.ReadJsonAsync()).EnumerateArray().Select(entry => entry.Text("eventId")!));
            next = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        using var replayed = await host.Client.PostJsonAsync($"{PathOf(webhook)}/deliveries/{ids[^1]}/replay", "");
        Assert.That(ids, Has.Count.GreaterThanOrEqualTo(3).And.Unique);
        Assert.That(replayed.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var again = await receiver.NextAsync();
        while (again.Id != ids[^1])
        {
            again = await receiver.NextAsync();
        }
    }

    private static string PathOf(JsonElement webhook) => $"{Webhooks}/{webhook.Text("id")}";

    private async Task<JsonElement> CreateAsync()
    {
        using var response = await host.Client.PostJsonAsync(Webhooks, $$"""{"url":"{{receiver.Url}}"}""");
        return await response.ReadJsonAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, null, "application/json");
        return await host.Client.SendAsync(request);
    }
}
