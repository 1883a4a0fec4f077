using TwilioSimulator.Callbacks;

namespace TwilioSimulator.Tests.Callbacks;

// A wait for what never comes ends as a failed test.
[CancelAfter(60_000)]
internal sealed class StatusCallbackTests
{
    [TestCase(500)]
    [TestCase(0)]
    public async Task A_receiver_that_fails_once_is_asked_once_more(int firstAnswer)
    {
        await using var session = await Session.StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync(firstAnswer);
        await session.SendAsync(more: ("StatusCallback", receiver.Url));

        await session.Server.AdvanceAsync();

        Assert.That(receiver.Received.Select(callback => callback.Status), Is.EqualTo(new[] { "sending", "sending" }));
        Assert.That(
            receiver.Received.Select(callback => callback.Headers["I-Twilio-Idempotency-Token"]).Distinct().Count(),
            Is.EqualTo(1));
        Assert.That(
            session.Server.Callbacks.Select(attempt => (attempt.Number, attempt.HttpStatus)),
            Is.EqualTo(new (int, int?)[] { (1, firstAnswer == 0 ? null : firstAnswer), (2, 204) }));
    }

    [Test]
    public async Task A_receiver_that_keeps_failing_is_given_up_after_two_requests()
    {
        await using var session = await Session.StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync(503, 503, 503);
        await session.SendAsync(more: ("StatusCallback", receiver.Url));

        await session.Server.AdvanceAsync();

        Assert.That(receiver.Received, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_receiver_that_refuses_is_not_asked_again()
    {
        await using var session = await Session.StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync(403);
        await session.SendAsync(more: ("StatusCallback", receiver.Url));

        await session.Server.AdvanceAsync();

        Assert.That(receiver.Received, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_receiver_that_is_not_there_holds_nothing_up()
    {
        await using var session = await Session.StartAsync();
        var gone = await CallbackReceiver.StartAsync();
        var url = gone.Url;
        await gone.DisposeAsync();
        await session.SendAsync(more: ("StatusCallback", url));

        Assert.That(await session.Server.AdvanceAsync(steps: 5), Is.EqualTo(3));

        Assert.That(session.Server.Callbacks.Select(attempt => attempt.HttpStatus), Is.All.Null);
    }

    [Test]
    public async Task Every_status_is_reported_in_order_with_a_valid_signature()
    {
        await using var session = await Session.StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        await session.SendAsync(more: ("StatusCallback", receiver.Url + "#rc=1"));

        await session.Server.AdvanceAsync(steps: 3);

        Assert.That(
            receiver.Received.Select(callback => callback.Status),
            Is.EqualTo(new[] { "sending", "sent", "delivered" }));
        foreach (var callback in receiver.Received)
        {
            var signature = TwilioSignature.Compute(session.Server.Options.AuthToken, receiver.Url, callback.Form);
            Assert.That(callback.Headers["X-Twilio-Signature"], Is.EqualTo(signature));
        }
    }

    [Test]
    public async Task A_report_has_Twilios_fields()
    {
        await using var session = await Session.StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        var sent = await session.PostAsync(
            session.MessagesPath,
            ("To", "+15005530003"),
            ("MessagingServiceSid", Session.Service),
            ("Body", "hi"),
            ("StatusCallback", receiver.Url));

        await session.Server.AdvanceAsync(steps: 3);

        var form = receiver.Received.Last().Form;
        Assert.That(form["MessageSid"], Is.EqualTo(sent.Sid));
        Assert.That(form["SmsSid"], Is.EqualTo(sent.Sid));
        Assert.That(form["MessageStatus"], Is.EqualTo("undelivered"));
        Assert.That(form["SmsStatus"], Is.EqualTo("undelivered"));
        Assert.That(form["ErrorCode"], Is.EqualTo("30003"));
        Assert.That(form["To"], Is.EqualTo("+15005530003"));
        Assert.That(form["From"], Is.EqualTo(Session.Sender));
        Assert.That(form["AccountSid"], Is.EqualTo(session.Server.Options.AccountSid));
        Assert.That(form["ApiVersion"], Is.EqualTo("2010-04-01"));
        Assert.That(form["MessagingServiceSid"], Is.EqualTo(Session.Service));
        Assert.That(form["RawDlrDoneDate"], Does.Match("^[0-9]{10}$"));
    }

    [Test]
    public async Task The_auth_token_signs_also_when_an_api_key_sent()
    {
        await using var session = await Session.StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        session.SignIn(session.Server.Options.ApiKeySid, session.Server.Options.ApiKeySecret);
        await session.SendAsync(more: ("StatusCallback", receiver.Url));

        await session.Server.AdvanceAsync();

        var callback = receiver.Received.Single();
        var signature = TwilioSignature.Compute(session.Server.Options.AuthToken, receiver.Url, callback.Form);
        Assert.That(callback.Headers["X-Twilio-Signature"], Is.EqualTo(signature));
    }

    [Test]
    public async Task A_test_can_report_late_and_doubled_statuses()
    {
        await using var session = await Session.StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        var sent = await session.SendAsync(more: ("StatusCallback", receiver.Url));

        await session.Server.SetStatusAsync(sent.Sid, "delivered");
        await session.Server.SetStatusAsync(sent.Sid, "delivered");
        await session.Server.SetStatusAsync(sent.Sid, "sent");

        Assert.That(
            receiver.Received.Select(callback => callback.Status),
            Is.EqualTo(new[] { "delivered", "delivered", "sent" }));
    }
}
