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

    [TestCase("\"abc")]
    [TestCase("\"a\"b\"")]
    public async Task An_idempotency_key_whose_quotes_do_not_match_is_refused(string key)
    {
        using var response = await SendAsync(key: key);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "idempotency_key_malformed");
        await AssertNothingWasSentAsync();
    }

    [Test]
    public async Task An_idempotency_key_that_belongs_to_another_request_is_refused()
    {
        using var first = await SendAsync(key: "abc");
        using var second = await SendAsync(key: "abc", to: "+14155550124");

        await second.ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused");
    }

    [Test]
    public async Task Who_asks_again_without_a_preference_is_told_of_none()
    {
        using var first = await SendAsync("wait=20", key: "abc");
        using var second = await SendAsync(key: "abc");

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(second.Headers.Contains("Preference-Applied"), Is.False);
    }

    [Test]
    public async Task The_same_request_with_the_same_key_gets_the_first_answer_and_sends_nothing()
    {
        using var first = await SendAsync("wait=20", key: "\"a b\"");
        using var second = await SendAsync("wait=20", key: "a b");

        Assert.That(second.StatusCode, Is.EqualTo(first.StatusCode));
        Assert.That(second.Headers.GetValues("Idempotency-Replayed"), Is.EqualTo(["true"]));
        Assert.That(
            (await second.ReadJsonAsync()).GetRawText(), Is.EqualTo((await first.ReadJsonAsync()).GetRawText()));
        var inbox = await host.Client.GetJsonAsync("/api/v1/connectors/sandbox/inbox");
        Assert.That(inbox.GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_message_is_taken_before_the_provider_answers()
    {
        using var response = await host.Client.PostJsonAsync(Messages, Good);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var message = await response.ReadJsonAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(message.Text("id"), Does.StartWith("msg_"));
            Assert.That(message.Text("status"), Is.EqualTo("queued"));
            Assert.That(message.Text("to"), Is.EqualTo("+1415•••0123"));
            Assert.That(message.Text("connector"), Is.EqualTo("sandbox"));
            Assert.That(message.GetProperty("attempts").GetArrayLength(), Is.Zero);
            Assert.That(response.Headers.Location?.ToString(), Is.EqualTo($"/api/v1/messages/{message.Text("id")}"));
        }
    }

    [Test]
    public async Task Who_waits_gets_the_status_that_the_provider_gave()
    {
        using var response = await SendAsync("wait=20");

        var message = await response.ReadJsonAsync();
        Assert.That(message.Text("status"), Is.EqualTo("accepted"));
        Assert.That(message.GetProperty("segments").GetInt32(), Is.EqualTo(1));
        Assert.That(message.GetProperty("attempts").GetArrayLength(), Is.EqualTo(1));
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
        using var sent = await SendAsync("wait=20");

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

    [TestCase("+19075550101", "refused", "optedOut", 20)]
    [TestCase("+19075550109", "sending", "providerUnavailable", 1)]
    [TestCase("+19075550122", "unknown", null, 1)]
    public async Task What_the_provider_does_not_accept_is_a_status_not_a_problem(
        string to, string status, string? reason, int seconds)
    {
        using var response = await SendAsync($"wait={seconds}", to: to);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var message = await response.ReadJsonAsync();
        Assert.That((message.Text("status"), message.Text("reason")), Is.EqualTo((status, reason)));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task<HttpResponseMessage> SendAsync(
        string? prefer = null, string? key = null, string to = "+14155550123")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages)
        {
            Content = Json(Good.Replace("+14155550123", to, StringComparison.Ordinal)),
        };
        string?[] values = [prefer, key];
        string[] names = ["Prefer", "Idempotency-Key"];
        foreach (var (name, value) in names.Zip(values).Where(header => header.Second is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await host.Client.SendAsync(request);
    }

    private async Task AssertNothingWasSentAsync()
    {
        var inbox = await host.Client.GetJsonAsync("/api/v1/connectors/sandbox/inbox");
        Assert.That(inbox.ValueKind, Is.EqualTo(JsonValueKind.Array));
        Assert.That(inbox.GetArrayLength(), Is.Zero);
    }
}
