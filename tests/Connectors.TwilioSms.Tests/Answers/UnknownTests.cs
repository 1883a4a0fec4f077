using Connector.Abstractions;
using Connectors.TwilioSms.Http;
using Connectors.TwilioSms.Tests.Wires;

namespace Connectors.TwilioSms.Tests.Answers;

internal sealed class UnknownTests
{
    [TestCase(201, "")]
    [TestCase(200, "<html><body>Sign in to the hotel's network</body></html>")]
    [TestCase(201, "null")]
    [TestCase(201, "[]")]
    [TestCase(201, "{}")]
    [TestCase(201, "{\"sid\":null}")]
    [TestCase(201, "{\"sid\":5}")]
    [TestCase(201, "{\"sid\":\"\"}")]
    [TestCase(201, "{\"sid\":\"+15005550006 \"}")]
    [TestCase(201, "{\"sid\":\"SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"")]
    [TestCase(201, "{\"sid\":\"SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"} trailing")]
    [TestCase(204, "")]
    [TestCase(303, "")]
    [TestCase(408, "")]
    [TestCase(500, "")]
    [TestCase(500, "{\"code\":20500,\"message\":\"x\",\"status\":500}")]
    [TestCase(502, "null")]
    [TestCase(504, "{\"code\":20504}")]
    [TestCase(520, "<html></html>")]
    [TestCase(599, "")]
    public async Task An_answer_that_does_not_tell_leaves_the_outcome_unknown(int status, string body) =>
        Assert.That(await SampleSends.SendToAsync(Reply.Text(status, body)), Is.TypeOf<SendOutcome.Unknown>());

    [Test]
    public async Task Twilios_code_and_request_are_kept()
    {
        var outcome = await SampleSends.SendToAsync(Reply.Json(
            500, "{\"code\":20500}", $"Twilio-Request-Id: {Samples.RequestId}"));

        Assert.That(((SendOutcome.Unknown)outcome).ProviderCode, Is.EqualTo("20500"));
        Assert.That(outcome.ProviderRequestId, Is.EqualTo(Samples.RequestId));
    }

    [Test]
    public async Task A_body_that_breaks_off_after_success_is_unknown_and_after_a_refusal_still_a_refusal()
    {
        const string Start = "Content-Length: 500\r\n\r\n{\"code\":21211,\"sid\":\"SM";

        var created = await SampleSends.SendToAsync(Reply.Broken("HTTP/1.1 201 Created\r\n" + Start, Reply.Reset));
        var refused = await SampleSends.SendToAsync(Reply.Broken("HTTP/1.1 400 Bad Request\r\n" + Start, Reply.Hangup));

        Assert.That(created, Is.TypeOf<SendOutcome.Unknown>());
        Assert.That((refused as SendOutcome.Refused)?.Reason, Is.EqualTo(RefusalReason.Misconfigured));
    }

    [Test]
    public async Task A_body_without_end_is_read_only_up_to_a_limit()
    {
        var endless = "{\"sid\":\"" + Samples.MessageSid + "\",\"x\":\"" + new string('x', AnswerBody.MaxBytes);
        await using var wire = new Wire(Reply.Broken($"HTTP/1.1 201 Created\r\n\r\n{endless}", Reply.Stall));
        using var rig = new Rig();

        Assert.That(await rig.ConnectTo(wire).SendSampleAsync(), Is.TypeOf<SendOutcome.Unknown>());
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task A_body_that_stalls_ends_by_the_clock(CancellationToken cancellationToken)
    {
        await using var wire = new Wire(Reply.StallInBody);
        using var rig = new Rig();
        var sending = rig.ConnectTo(wire).SendSampleAsync(cancellationToken: cancellationToken);

        while (!sending.IsCompleted)
        {
            rig.Time.Advance(TimeSpan.FromSeconds(100));
            await Task.Yield();
        }

        Assert.That(await sending, Is.TypeOf<SendOutcome.Unknown>());
    }
}
