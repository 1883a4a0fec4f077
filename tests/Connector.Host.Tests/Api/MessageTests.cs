using System.Net;
using System.Text;
using System.Text.Json;

namespace Connector.Host.Tests.Api;

internal sealed class MessageTests
{
    private const string Messages = "/api/v1/messages";
    private const string Good = """{"to":"+14155550123","usageType":"SignIn","payload":{"code":"731842"}}""";

    private TestHost host;

    [SetUp]
    public async Task Start() => host = await TestHost.StartAsync();

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("""{"to":"hello","usageType":"SignIn","payload":{"code":"1"}}""", 422, "phone_invalid", "/to")]
    [TestCase("""{"to":"+1415555","usageType":"SignIn","payload":{"code":"1"}}""", 422, "phone_invalid", "/to")]
    [TestCase("""{"to":"","usageType":"SignIn","payload":{"code":"1"}}""", 422, "phone_invalid", "/to")]
    [TestCase("""{"to":"+14155550123","usageType":"Signin","payload":{"code":"1"}}""",
        422, "usage_type_unknown", "/usageType")]
    [TestCase("""{"to":"+14155550123","usageType":"SignIn"}""", 422, "payload_invalid", "/payload/code")]
    [TestCase("""{"to":"+14155550123","usageType":"SignIn","payload":[]}""", 422, "payload_invalid", "/payload")]
    [TestCase("""{"to":"+14155550123","usageType":"SignIn","payload":{"code":123456}}""",
        422, "payload_invalid", "/payload/code")]
    [TestCase("""{"to":"+14155550123","usageType":"SignIn","payload":{"code":"1"},"expiresAt":"2020-01-01T00:00Z"}""",
        422, "expiry_invalid", "/expiresAt")]
    [TestCase("""{"to":"+14155550123","usageType":"SignIn","payload":{"code":"1"},"clientIp":"me"}""",
        400, "invalid_body", "/clientIp")]
    public async Task A_wrong_request_is_refused_at_its_place_and_nothing_is_sent(
        string body, int status, string code, string pointer)
    {
        using var response = await host.Client.PostJsonAsync(Messages, body);

        var problem = await response.ReadProblemAsync((HttpStatusCode)status, code);
        Assert.That(problem.Pointers(), Is.EqualTo([pointer]));
        await AssertNothingWasSentAsync();
    }

    [Test]
    public async Task A_wrong_number_is_not_repeated_in_the_answer()
    {
        using var response = await host.Client.PostJsonAsync(
            Messages, """{"to":"+999123456789","usageType":"SignIn","payload":{"code":"1"}}""");

        var problem = await response.ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "phone_invalid");
        Assert.That(problem.GetRawText(), Does.Not.Contain("999123"));
    }

    [Test]
    public async Task An_unknown_connector_is_not_found_and_nothing_is_sent()
    {
        using var response = await host.Client.PostJsonAsync(
            Messages, Good.Replace("}}", "},\"connector\":\"sandbx\"}", StringComparison.Ordinal));

        var problem = await response.ReadProblemAsync(HttpStatusCode.NotFound, "connector_not_found");
        Assert.That(problem.Text("detail"), Does.Contain("sandbox"));
        await AssertNothingWasSentAsync();
    }

    [Test]
    public async Task Without_a_connector_the_host_is_unavailable_for_now()
    {
        await using var empty = await TestHost.StartAsync(["--ConnectorHost:Connectors:sandbox:Enabled=false"]);

        using var response = await empty.Client.PostJsonAsync(Messages, Good);

        var problem = await response.ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "no_connector");
        Assert.That(problem.GetProperty("retryable").GetBoolean());
    }

    [Test]
    public async Task An_idempotency_key_is_refused_as_long_as_it_would_not_be_kept()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages) { Content = Json(Good) };
        request.Headers.Add("Idempotency-Key", "abc");
        using var response = await host.Client.SendAsync(request);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "idempotency_not_supported");
        await AssertNothingWasSentAsync();
    }

    [Test]
    public async Task A_message_is_taken_with_the_status_that_the_provider_gave()
    {
        using var response = await host.Client.PostJsonAsync(Messages, Good);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var message = await response.ReadJsonAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(message.Text("id"), Does.StartWith("msg_"));
            Assert.That(message.Text("status"), Is.EqualTo("accepted"));
            Assert.That(message.Text("to"), Is.EqualTo("+1415•••0123"));
            Assert.That(message.Text("connector"), Is.EqualTo("sandbox"));
            Assert.That(message.GetProperty("segments").GetInt32(), Is.EqualTo(1));
            Assert.That(message.GetProperty("attempts").GetArrayLength(), Is.EqualTo(1));
            Assert.That(response.Headers.Location?.ToString(), Is.EqualTo($"/api/v1/messages/{message.Text("id")}"));
        }

        var inbox = await host.Client.GetJsonAsync("/api/v1/connectors/sandbox/inbox");
        Assert.That(inbox[0].Text("id"), Is.EqualTo(message.Text("providerMessageId")));
        Assert.That(inbox[0].Text("code"), Is.EqualTo("731842"));
    }

    [TestCase("14155550123")]
    [TestCase("+1 (415) 555-0123")]
    public async Task A_number_may_lack_its_plus_sign_or_have_separators(string to)
    {
        using var response = await host.Client.PostJsonAsync(
            Messages, Good.Replace("+14155550123", to, StringComparison.Ordinal));

        Assert.That((await response.ReadJsonAsync()).Text("to"), Is.EqualTo("+1415•••0123"));
    }

    [Test]
    public async Task The_address_of_a_message_can_be_read()
    {
        using var sent = await host.Client.PostJsonAsync(Messages, Good);

        var read = await host.Client.GetJsonAsync(sent.Headers.Location!.ToString());

        Assert.That(read.GetRawText(), Is.EqualTo((await sent.ReadJsonAsync()).GetRawText()));
    }

    [Test]
    public async Task An_unknown_message_is_not_found()
    {
        using var response = await host.Client.GetPathAsync($"{Messages}/msg_nope");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "message_not_found");
    }

    [TestCase("wait=5", "wait=5")]
    [TestCase("respond-async, wait=99", "wait=30")]
    public async Task Who_prefers_to_wait_gets_200(string prefer, string applied)
    {
        using var response = await SendAsync(prefer);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Headers.GetValues("Preference-Applied"), Is.EqualTo([applied]));
        Assert.That(response.Headers.Location, Is.Not.Null);
    }

    [TestCase("wait=-1")]
    [TestCase("wait=soon")]
    [TestCase("return=minimal")]
    public async Task A_preference_that_makes_no_sense_is_ignored(string prefer)
    {
        using var response = await SendAsync(prefer);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(response.Headers.Contains("Preference-Applied"), Is.False);
    }

    [TestCase("+19075550101", "refused", "optedOut", false)]
    [TestCase("+19075550109", "refused", "providerUnavailable", true)]
    [TestCase("+19075550122", "unknown", null, false)]
    public async Task What_the_provider_does_not_accept_is_a_status_not_a_problem(
        string to, string status, string? reason, bool retryable)
    {
        using var response = await host.Client.PostJsonAsync(
            Messages, Good.Replace("+14155550123", to, StringComparison.Ordinal));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var message = await response.ReadJsonAsync();
        Assert.That(message.Text("status"), Is.EqualTo(status));
        Assert.That(message.Text("reason"), Is.EqualTo(reason));
        Assert.That(message.GetProperty("retryable").GetBoolean(), Is.EqualTo(retryable));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task<HttpResponseMessage> SendAsync(string prefer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages) { Content = Json(Good) };
        request.Headers.Add("Prefer", prefer);
        return await host.Client.SendAsync(request);
    }

    private async Task AssertNothingWasSentAsync()
    {
        var inbox = await host.Client.GetJsonAsync("/api/v1/connectors/sandbox/inbox");
        Assert.That(inbox.ValueKind, Is.EqualTo(JsonValueKind.Array));
        Assert.That(inbox.GetArrayLength(), Is.Zero);
    }
}
