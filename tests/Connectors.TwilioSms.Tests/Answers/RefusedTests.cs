using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connectors.TwilioSms.Tests.Wires;

namespace Connectors.TwilioSms.Tests.Answers;

internal sealed class RefusedTests
{
    [TestCase(400, "21211", RefusalReason.InvalidRecipient, "21211")]
    [TestCase(400, "\"21610\"", RefusalReason.OptedOut, "21610")]
    [TestCase(400, "99999", RefusalReason.Misconfigured, "99999")]
    [TestCase(400, "99999999999", RefusalReason.Misconfigured, "99999999999")]
    [TestCase(400, "1e3", RefusalReason.Misconfigured, null)]
    [TestCase(400, "-5", RefusalReason.Misconfigured, null)]
    [TestCase(400, "null", RefusalReason.Misconfigured, null)]
    [TestCase(400, "{\"code\":21610}", RefusalReason.Misconfigured, null)]
    [TestCase(400, "\"+15005550006\"", RefusalReason.Misconfigured, null)]
    [TestCase(400, "20500", RefusalReason.ProviderUnavailable, "20500")]
    [TestCase(401, "21211", RefusalReason.Authentication, "21211")]
    [TestCase(403, "99999", RefusalReason.Authentication, "99999")]
    [TestCase(403, "21408", RefusalReason.UnsupportedDestination, "21408")]
    [TestCase(404, "20404", RefusalReason.Misconfigured, "20404")]
    [TestCase(422, "20422", RefusalReason.Misconfigured, "20422")]
    [TestCase(429, "21211", RefusalReason.RateLimited, "21211")]
    [TestCase(429, "63038", RefusalReason.QuotaExhausted, "63038")]
    [TestCase(429, "14107", RefusalReason.QuotaExhausted, "14107")]
    [TestCase(503, "20500", RefusalReason.ProviderUnavailable, "20500")]
    public async Task The_HTTP_status_decides_first_and_then_the_code(
        int status, string code, RefusalReason reason, string? providerCode)
    {
        var outcome = await SampleSends.SendToAsync(Reply.Json(status, Samples.Error(code)));

        Assert.That(outcome, Is.TypeOf<SendOutcome.Refused>());
        var refused = (SendOutcome.Refused)outcome;
        Assert.That((refused.Reason, refused.ProviderCode), Is.EqualTo((reason, providerCode)));
    }

    [TestCase(302, RefusalReason.Misconfigured)]
    [TestCase(307, RefusalReason.Misconfigured)]
    [TestCase(400, RefusalReason.Misconfigured)]
    [TestCase(401, RefusalReason.Authentication)]
    [TestCase(403, RefusalReason.Authentication)]
    [TestCase(404, RefusalReason.Misconfigured)]
    [TestCase(407, RefusalReason.Misconfigured)]
    [TestCase(429, RefusalReason.RateLimited)]
    [TestCase(503, RefusalReason.ProviderUnavailable)]
    public async Task The_status_is_enough_whatever_the_body_is(int status, RefusalReason reason)
    {
        foreach (var body in new[] { "", "<html>no</html>", "[]", "null", "{", "{\"code\":", "\u0000\ud83d", "{} {}" })
        {
            var outcome = await SampleSends.SendToAsync(Reply.Text(status, body, "Location: http://127.0.0.1:9/"));

            Assert.That((outcome as SendOutcome.Refused)?.Reason, Is.EqualTo(reason), body);
        }
    }

    [Test]
    public async Task A_problem_document_gives_its_code()
    {
        const string Problem = """
            {"type":"https://www.twilio.com/docs/errors/20422","title":"Invalid parameter","status":422,"code":21617,
            "detail":"x","instance":"/x","errors":[{"code":21211,"detail":"y"}]}
            """;

        var outcome = await SampleSends.SendToAsync(
            Reply.Text(422, Problem, "Content-Type: application/problem+json"));

        var refused = (SendOutcome.Refused)outcome;
        Assert.That((refused.Reason, refused.ProviderCode), Is.EqualTo((RefusalReason.ContentRejected, "21617")));
    }

    [TestCase("failed", "30007", RefusalReason.ContentRejected)]
    [TestCase("undelivered", "30003", RefusalReason.ProviderUnavailable)]
    [TestCase("canceled", "null", RefusalReason.ProviderUnavailable)]
    [TestCase("failed", "39999", RefusalReason.Misconfigured)]
    public async Task A_stored_message_that_failed_at_once_is_refused(string status, string code, RefusalReason reason)
    {
        var json = Samples.MessageWith($"\"status\":\"{status}\",\"error_code\":{code}");

        var outcome = await SampleSends.SendToAsync(Reply.Json(201, json));

        Assert.That((outcome as SendOutcome.Refused)?.Reason, Is.EqualTo(reason));
    }

    [TestCase("7", 7)]
    [TestCase("0", 0)]
    [TestCase("Sun, 01 Mar 2026 12:00:30 GMT", 30)]
    [TestCase("Sun, 01 Mar 2026 11:00:00 GMT", 0)]
    [TestCase("soon", null)]
    [TestCase("-1", null)]
    [TestCase("99999999999", null)]
    public async Task The_wait_that_Twilio_asks_for_is_kept(string header, int? seconds)
    {
        var outcome = await SampleSends.SendToAsync(Reply.Json(
            429,
            Samples.Error("20429"),
            $"Retry-After: {header}",
            $"Twilio-Request-Id: {Samples.RequestId}"));

        Assert.That((outcome as SendOutcome.Refused)?.RetryAfter?.TotalSeconds, Is.EqualTo(seconds));
        Assert.That(outcome.ProviderRequestId, Is.EqualTo(Samples.RequestId));
    }

    [Test]
    public async Task A_request_id_that_is_none_is_not_passed_on()
    {
        foreach (var id in new[] { "", "RQ " + Samples.Number, "<b>", new string('a', 65) })
        {
            var outcome = await SampleSends.SendToAsync(
                Reply.Json(400, Samples.Error("21211"), "Twilio-Request-Id: " + id));

            Assert.That(outcome.ProviderRequestId, Is.Null, id);
        }
    }

    [Test]
    public async Task An_operator_reads_what_to_do()
    {
        var outcome = await SampleSends.SendToAsync(Reply.Json(400, Samples.Error("21608")));

        Assert.That(((SendOutcome.Refused)outcome).Detail, Does.Contain("trial account"));
    }

    [Test]
    public async Task No_template_means_no_request()
    {
        await using var wire = new Wire();
        using var rig = new Rig();
        var connector = rig.ConnectTo(wire, ("templates", new JsonArray()));

        var outcome = await connector.SendSampleAsync();

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Refused(RefusalReason.TemplateNotFound)));
        Assert.That(wire.Requests, Is.Empty);
    }

    [Test]
    public async Task An_expired_message_is_never_sent()
    {
        await using var wire = new Wire();
        using var rig = new Rig();
        var delivery = new SmsDelivery { MessageId = "msg_1", ExpiresAt = Samples.Now };

        var outcome = await rig.ConnectTo(wire).SendSampleAsync(Samples.PayloadWith(delivery));

        Assert.That((outcome as SendOutcome.Refused)?.Reason, Is.EqualTo(RefusalReason.NotAttempted));
        Assert.That(wire.Requests, Is.Empty);
    }
}
