using Connector.Abstractions;
using Connectors.TwilioSms.Tests.Wires;

namespace Connectors.TwilioSms.Tests.Sending;

/// <summary>Neither the log nor an outcome may hold a number, a code, a text, a secret or what Twilio wrote.</summary>
internal sealed class DisclosureTests
{
    private static readonly string[] Private =
    [
        Samples.Number, Samples.Number[1..], Samples.Code, Samples.AuthToken,
        "Your code", "Basic", "key-secret", "body",
    ];

    private static IEnumerable<Reply> Replies =>
    [
        Reply.Json(201, Samples.Message),
        Reply.Json(201, Samples.MessageWith("\"status\":\"failed\",\"error_code\":30007")),
        Reply.Json(400, Samples.Error("21211")),
        Reply.Json(401, Samples.Error("20003")),
        Reply.Json(400, Samples.Error("\"" + Samples.Number + "\"")),
        Reply.Json(500, Samples.Error("20500"), "Twilio-Request-Id: " + Samples.Number),
        Reply.Text(302, Samples.Number, "Location: /" + Samples.Number),
        Reply.Text(201, "<html>" + Samples.Number),
        Reply.Reset,
    ];

    [TestCaseSource(nameof(Replies))]
    public async Task Nothing_private_is_told_of_a_send(object reply)
    {
        await using var wire = new Wire((Reply)reply);
        using var rig = new Rig();
        var connector = rig.ConnectTo(wire, ("apiKeySID", "SKbbbb"), ("apiKeySecret", "key-secret"));

        var outcome = await connector.SendSampleAsync(Samples.PayloadWith(new SmsDelivery { MessageId = "msg_1" }));

        AssertNothingPrivate(rig, outcome.ToString());
        Assert.That(rig.Logger.Collector.GetSnapshot().Single().Message, Does.Contain("msg_1"));
    }

    [Test]
    public async Task Nothing_private_is_told_of_a_lookup_or_a_check()
    {
        await using var wire = new Wire(
            Reply.Json(400, Samples.Error("20001")), Reply.Json(401, Samples.Error("20003")));
        using var rig = new Rig();
        var connector = rig.ConnectTo(wire);

        var outcome = await connector.LookUpOutcomeAsync(Samples.QueryFor(Samples.Now), CancellationToken.None);
        var check = await connector.CheckCredentialsAsync(CancellationToken.None);

        AssertNothingPrivate(rig, outcome.ToString(), check.ToString());
    }

    [Test]
    public void The_options_hide_their_secrets()
    {
        var options = new TwilioSmsOptions
        {
            AccountSid = Samples.AccountSid,
            AuthToken = Samples.AuthToken,
            ApiKeySecret = "key-secret",
            Templates = [],
        };

        Assert.That(options.ToString(), Is.EqualTo("TwilioSmsOptions " + Samples.AccountSid));
    }

    [Test]
    public void Issues_do_not_repeat_secrets()
    {
        var config = Config.With(
            ("authToken", "token-secret\n"),
            ("apiKeySecret", "key-secret"),
            ("apiBaseUrl", "http://user:url-secret@example.com"));

        var issues = new TwilioSmsPlugin().Validate(config.Element());

        Assert.That(issues, Is.Not.Empty);
        Assert.That(
            string.Join('\n', issues),
            Does.Not.Contain("token-secret").And.Not.Contain("key-secret").And.Not.Contain("url-secret"));
    }

    private static void AssertNothingPrivate(Rig rig, params string[] told)
    {
        var log = rig.Logger.Collector.GetSnapshot();
        var everything = string.Join('\n', [
            .. told,
            .. log.Select(entry => $"{entry.Message} {entry.Exception}"),
            .. log.SelectMany(entry => entry.StructuredState ?? []).Select(pair => pair.ToString()),
        ]);
        foreach (var text in Private)
        {
            Assert.That(everything, Does.Not.Contain(text));
        }
    }
}
