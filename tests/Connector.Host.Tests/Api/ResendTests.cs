using System.Net;
using System.Text;

namespace Connector.Host.Tests.Api;

internal sealed class ResendTests
{
    private const string Messages = "/api/v1/messages";
    private const string Refused = "+19075550101";

    private TestHost host;

    [OneTimeSetUp]
    public async Task Start() => host = await TestHost.StartAsync(
        ["--ConnectorHost:Delivery:KeepFailedContent=true", "--ConnectorHost:Connectors:other:Plugin=sandbox",
            "--ConnectorHost:Connectors:other:Priority=1"]);

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Nobody_sends_again_without_a_key()
    {
        using var response = await host.Anonymous.PostAsync(
            new Uri($"{Messages}/msg_1/resend", UriKind.Relative), content: null);

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Test]
    public async Task An_unknown_message_can_not_be_sent_again()
    {
        using var response = await ResendAsync("msg_nope");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "message_not_found");
    }

    [Test]
    public async Task A_message_with_a_provider_can_not_be_sent_again_and_the_answer_says_its_status()
    {
        var id = await host.SendAsync();
        await host.UntilAsync(id, "accepted");

        using var response = await ResendAsync(id);

        var problem = await response.ReadProblemAsync(HttpStatusCode.Conflict, "message_not_resendable");
        Assert.That(problem.Text("detail"), Does.Contain("accepted"));
    }

    [TestCase("""{"conector":"other"}""", HttpStatusCode.BadRequest, "invalid_body")]
    [TestCase("""{"connector":"nobody"}""", HttpStatusCode.NotFound, "connector_not_found")]
    [TestCase("{", HttpStatusCode.BadRequest, "malformed_json")]
    public async Task A_wrong_body_is_refused_and_changes_nothing(string body, HttpStatusCode status, string code)
    {
        var id = await RefusedAsync();

        using (var response = await ResendAsync(id, body))
        {
            await response.ReadProblemAsync(status, code);
        }

        using var again = await ResendAsync(id);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
    }

    [TestCase(null, "sandbox")]
    [TestCase("{}", "sandbox")]
    [TestCase("""{"connector":"other"}""", "other")]
    public async Task A_refused_message_is_sent_again_once_as_a_new_one(string? body, string connector)
    {
        var id = await RefusedAsync();

        using var first = await ResendAsync(id, body);
        using var second = await ResendAsync(id, body);

        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var message = await first.ReadJsonAsync();
        Assert.That((message.Text("connector"), message.Text("status")), Is.EqualTo((connector, "queued")));
        Assert.That(first.Headers.Location?.ToString(), Is.EqualTo($"{Messages}/{message.Text("id")}"));
        await host.UntilAsync(message.Text("id")!, "refused");
        await second.ReadProblemAsync(HttpStatusCode.Conflict, "message_content_gone");
    }

    [Test]
    public async Task The_same_idempotency_key_gets_the_first_answer()
    {
        var id = await RefusedAsync();

        using var first = await ResendAsync(id, "{}", key: id);
        using var second = await ResendAsync(id, "{}", key: id);

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(second.Headers.GetValues("Idempotency-Replayed"), Is.EqualTo(["true"]));
        Assert.That(await TextOf(second), Is.EqualTo(await TextOf(first)));
    }

    private static async Task<string?> TextOf(HttpResponseMessage response) =>
        (await response.ReadJsonAsync()).Text("id");

    private async Task<string> RefusedAsync()
    {
        var id = await host.SendAsync(Refused);
        await host.UntilAsync(id, "refused");
        return id;
    }

    private async Task<HttpResponseMessage> ResendAsync(string id, string? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Messages}/{id}/resend");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", $"\"{key}\"");
        }

        return await host.Client.SendAsync(request);
    }
}
