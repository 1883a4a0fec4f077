using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connector.Testing.Providers;
using Connectors.HttpSms.Answers;
using Connectors.HttpSms.Tests.Wires;

namespace Connectors.HttpSms.Tests.Answers;

internal sealed class OutcomeTests
{
    [TestCase("""{"id":"m-1"}""", "/id", "m-1")]
    [TestCase("""{"messages":[{"id":4711}]}""", "/messages/0/id", "4711")]
    [TestCase("""{"a/b":{"~":"x"}}""", "/a~1b/~0", "x")]
    public async Task A_message_is_accepted_under_the_id_of_the_answer(string json, string path, string id) =>
        Assert.That(
            await AcceptAsync(("idPath", path), json),
            Is.EqualTo(new SendOutcome.Accepted(id)));

    [TestCase("""{"id":null}""", "/id")]
    [TestCase("""{"id":{"id":"m-1"}}""", "/id")]
    [TestCase("""{"messages":[]}""", "/messages/0/id")]
    [TestCase("""{"messages":[{"id":"m-1"}]}""", "/messages/-1/id")]
    [TestCase("""{"id":" "}""", "/id")]
    [TestCase("""{"id":"m-1"}{""", "/id")]
    public async Task An_answer_without_an_id_leaves_the_outcome_unknown(string json, string path) =>
        Assert.That(await AcceptAsync(("idPath", path), json), Is.TypeOf<SendOutcome.Unknown>());

    [TestCase("<script>")]
    [TestCase("to 15005550006")]
    [TestCase("15005550006-1")]
    [TestCase("123456")]
    [TestCase(Config.Token)]
    public async Task An_id_that_may_not_be_shown_proves_the_success_and_the_hosts_id_stands_in(string id) =>
        Assert.That(
            await AcceptAsync(("idPath", "/id"), $$"""{"id":"{{id}}"}"""),
            Is.EqualTo(new SendOutcome.Accepted("msg_1")));

    [Test]
    public async Task The_id_may_stand_in_a_header()
    {
        var config = Config.With(("answer", new JsonObject { ["idHeader"] = "X-Message-Id" }));

        var found = await Wire.OutcomeAsync(config, ProviderReply.Text(202, "", "X-Message-Id: m-7"));
        var missing = await Wire.OutcomeAsync(config, ProviderReply.Text(202, ""));

        Assert.That(found, Is.EqualTo(new SendOutcome.Accepted("m-7")));
        Assert.That(missing, Is.TypeOf<SendOutcome.Unknown>());
    }

    [Test]
    public async Task A_provider_without_ids_is_taken_at_its_status_and_the_hosts_id_stands_in()
    {
        var outcome = await Wire.OutcomeAsync(Config.With(("answer", null)), ProviderReply.Text(200, "whatever"));

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Accepted("msg_1")));
    }

    [TestCase("OK 4711 sent", "4711", null)]
    [TestCase("ERR 105 bad number", null, RefusalReason.InvalidRecipient)]
    public async Task A_gateway_that_answers_in_text_is_read_by_patterns(string text, string? id, RefusalReason? reason)
    {
        var config = Config.Gateway();
        config["errors"] = Errors("105", status: null, "invalidRecipient");

        var outcome = await Wire.OutcomeAsync(config, ProviderReply.Text(200, text));

        Assert.That((outcome as SendOutcome.Accepted)?.ProviderMessageId, Is.EqualTo(id));
        Assert.That((outcome as SendOutcome.Refused)?.Reason, Is.EqualTo(reason));
    }

    [TestCase("ERR 999")]
    [TestCase("Gateway overloaded")]
    [TestCase("OK")]
    public async Task A_text_that_says_neither_leaves_the_outcome_unknown(string text) =>
        Assert.That(
            await Wire.OutcomeAsync(Config.Gateway(), ProviderReply.Text(200, text)),
            Is.TypeOf<SendOutcome.Unknown>());

    [TestCase("""{"status":"OK","id":"m-1"}""", "Accepted")]
    [TestCase("""{"status":0,"id":"m-1"}""", "Accepted")]
    [TestCase("""{"status":"failed","id":"m-1"}""", "Refused")]
    [TestCase("""{"id":"m-1"}""", "Unknown")]
    [TestCase("""{"status":"ok"}""", "Unknown")]
    public async Task A_state_in_the_answer_tells_success_from_failure(string json, string kind)
    {
        var answer = new JsonObject
        {
            ["successPath"] = "/status",
            ["successValues"] = new JsonArray("ok", "0"),
            ["idPath"] = "/id",
        };

        var outcome = await Wire.OutcomeAsync(Config.With(("answer", answer)), ProviderReply.Json(200, json));

        Assert.That(outcome.GetType().Name, Is.EqualTo(kind));
    }

    [TestCase(400, "105", RefusalReason.InvalidRecipient)]
    [TestCase(200, "105", RefusalReason.InvalidRecipient)]
    [TestCase(500, "105", RefusalReason.InvalidRecipient)]
    [TestCase(409, "anything", RefusalReason.RateLimited)]
    [TestCase(409, null, RefusalReason.RateLimited)]
    [TestCase(401, "7", RefusalReason.QuotaExhausted)]
    [TestCase(400, "7", RefusalReason.Misconfigured)]
    [TestCase(401, "8", RefusalReason.Authentication)]
    [TestCase(402, "8", RefusalReason.QuotaExhausted)]
    [TestCase(403, "8", RefusalReason.Authentication)]
    [TestCase(429, "8", RefusalReason.RateLimited)]
    [TestCase(503, "8", RefusalReason.ProviderUnavailable)]
    [TestCase(302, "8", RefusalReason.Misconfigured)]
    public async Task What_the_configuration_says_of_an_error_counts_before_the_status(
        int status, string? code, RefusalReason reason)
    {
        JsonArray errors =
        [
            .. Errors("105", status: null, "invalidRecipient").Select(rule => rule!.DeepClone()),
            .. Errors(code: null, 409, "rateLimited").Select(rule => rule!.DeepClone()),
            .. Errors("7", 401, "quotaExhausted").Select(rule => rule!.DeepClone()),
        ];
        var json = new JsonObject { ["error"] = new JsonObject { ["code"] = code } }.ToJsonString();

        var outcome = await Wire.OutcomeAsync(Config.With(("errors", errors)), ProviderReply.Json(status, json));

        Assert.That((outcome as SendOutcome.Refused)?.Reason, Is.EqualTo(reason));
        Assert.That(((SendOutcome.Refused)outcome).ProviderCode, Is.EqualTo(code));
    }

    [TestCase(400, true)]
    [TestCase(303, false)]
    [TestCase(408, false)]
    [TestCase(500, false)]
    public async Task What_may_have_been_sent_is_unknown(int status, bool isConfigured)
    {
        var errors = isConfigured ? Errors("5", status, "unknown") : null;

        var outcome = await Wire.OutcomeAsync(
            Config.With(("errors", errors)), ProviderReply.Json(status, """{"error":{"code":5}}"""));

        Assert.That((outcome as SendOutcome.Unknown)?.ProviderCode, Is.EqualTo("5"));
    }

    [Test]
    public async Task An_error_in_an_answer_of_success_is_believed_where_nothing_proves_the_success()
    {
        var config = Config.With(
            ("answer", new JsonObject { ["errorPath"] = "/error" }), ("errors", Errors("3", null, "contentRejected")));

        var refused = await Wire.OutcomeAsync(config, ProviderReply.Json(200, """{"error":3}"""));
        var accepted = await Wire.OutcomeAsync(config, ProviderReply.Json(200, """{"error":0}"""));

        Assert.That((refused as SendOutcome.Refused)?.Reason, Is.EqualTo(RefusalReason.ContentRejected));
        Assert.That(accepted, Is.TypeOf<SendOutcome.Accepted>());
    }

    [Test]
    public async Task A_code_that_is_none_is_not_passed_on()
    {
        foreach (var code in new[] { "a b", "15005550006", "123456", Config.Token, "<b>", new string('9', 33) })
        {
            var json = new JsonObject { ["error"] = new JsonObject { ["code"] = code } }.ToJsonString();

            var outcome = (SendOutcome.Refused)await Wire.OutcomeAsync(Config.Valid(), ProviderReply.Json(400, json));

            Assert.That(outcome.ProviderCode, Is.Null, code);
        }
    }

    [TestCase("7", 7)]
    [TestCase("Sun, 01 Mar 2026 12:00:30 GMT", 30)]
    [TestCase("Sun, 01 Mar 2026 11:00:00 GMT", 0)]
    [TestCase("soon", null)]
    [TestCase("-1", null)]
    public async Task The_wait_that_the_provider_asks_for_is_kept(string header, int? seconds)
    {
        var outcome = await Wire.OutcomeAsync(
            Config.Valid(), ProviderReply.Text(429, "", $"Retry-After: {header}"));

        Assert.That((outcome as SendOutcome.Refused)?.RetryAfter?.TotalSeconds, Is.EqualTo(seconds));
    }

    [Test]
    public async Task A_body_without_end_is_read_only_up_to_a_limit()
    {
        var endless = "{\"id\":\"m-1\",\"x\":\"" + new string('x', AnswerReader.MaxBytes);
        var reply = ProviderReply.Raw($"HTTP/1.1 200 OK\r\n\r\n{endless}", ProviderReply.Stall);

        Assert.That(await Wire.OutcomeAsync(Config.Valid(), reply), Is.TypeOf<SendOutcome.Unknown>());
    }

    [Test]
    public async Task An_expired_message_and_one_without_text_are_never_sent()
    {
        var expired = new SmsPayload
        {
            Code = "1",
            Delivery = new SmsDelivery { MessageId = "msg_1", ExpiresAt = Samples.Now },
        };
        var english = Config.With(("templates", new JsonArray(Config.Template("Generic", "{{code}}", "en"))));

        var (late, lateRequest) = await Wire.SendAsync(Config.Valid(), ProviderReply.Reset, expired);
        var (mute, muteRequest) = await Wire.SendAsync(english, ProviderReply.Reset);

        Assert.That((late as SendOutcome.Refused)?.Reason, Is.EqualTo(RefusalReason.NotAttempted));
        Assert.That(mute, Is.EqualTo(new SendOutcome.Refused(RefusalReason.TemplateNotFound)));
        Assert.That(lateRequest, Is.Null);
        Assert.That(muteRequest, Is.Null);
    }

    private static Task<SendOutcome> AcceptAsync((string Name, string Value) answer, string json) =>
        Wire.OutcomeAsync(
            Config.With(("answer", new JsonObject { [answer.Name] = answer.Value })), ProviderReply.Json(200, json));

    private static JsonArray Errors(string? code, int? status, string reason)
    {
        var rule = new JsonObject { ["reason"] = reason };
        if (code is not null)
        {
            rule["code"] = code;
        }

        if (status is not null)
        {
            rule["status"] = status;
        }

        return [rule];
    }
}
