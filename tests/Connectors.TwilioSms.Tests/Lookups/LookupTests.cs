using System.Globalization;
using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connectors.TwilioSms.Tests.Wires;

namespace Connectors.TwilioSms.Tests.Lookups;

internal sealed class LookupTests
{
    private const string Path = "/2010-04-01/Accounts/" + Samples.AccountSid + "/Messages.json";
    private const string Empty = """{"messages":[],"next_page_uri":null}""";

    [Test]
    public async Task A_message_that_Twilio_has_was_accepted()
    {
        var outcome = await LookUpAsync(
            List(Message("SM1", "Your code is 999999"), Message("SM2", "Your code is 123456")));

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Accepted("SM2") { Segments = 1 }));
    }

    [Test]
    public async Task The_recipients_messages_of_the_day_are_asked_for()
    {
        await using var wire = new Wire(Reply.Json(200, List(Message("SM1", "Your code is 123456"))));
        using var rig = new Rig();

        await rig.ConnectTo(wire)
            .LookUpOutcomeAsync(Samples.QueryFor(Samples.Now.AddHours(-12).AddMinutes(1)), CancellationToken.None);

        Assert.That(wire.Requests.Single(), Does.StartWith(
            $"GET {Path}?To=%2B15005550006&DateSent%3E=2026-02-28&PageSize=50 HTTP/1.1\r\n"));
    }

    [TestCase("Sent from your Twilio trial account - Your code is 123456", Description = "a trial account's prefix")]
    [TestCase("Your code is: 123456.", Description = "look-alike characters replaced by the service")]
    public async Task A_text_that_Twilio_changed_is_recognised(string body) =>
        Assert.That(await LookUpAsync(List(Message("SM1", body))), Is.InstanceOf<SendOutcome.Accepted>());

    [Test]
    public async Task A_message_that_failed_was_refused() =>
        Assert.That(
            (await LookUpAsync(List(Message("SM1", "Your code is 123456", ("status", "failed"), ("error_code", 30007))))
                as SendOutcome.Refused)?.Reason,
            Is.EqualTo(RefusalReason.ContentRejected));

    [Test]
    public async Task A_message_that_Twilio_does_not_have_was_not_sent()
    {
        var outcome = await LookUpAsync(
            List(Message("SM1", "Your code is 999999")),
            List(Message("SM1", "Your code is 123456", ("date_created", "Sun, 01 Mar 2026 11:57:00 +0000"))));

        Assert.That((outcome as SendOutcome.Refused)?.Reason, Is.EqualTo(RefusalReason.NotAttempted));
    }

    [Test]
    public async Task A_message_without_a_date_of_sending_is_found_too()
    {
        await using var wire = new Wire(
            Reply.Json(200, Empty), Reply.Json(200, List(Message("SM1", "Your code is 123456"))));
        using var rig = new Rig();

        var outcome = await LookUpAsync(rig, wire);

        Assert.That(outcome, Is.TypeOf<SendOutcome.Accepted>());
        Assert.That(wire.Requests.Last(), Does.StartWith($"GET {Path}?To=%2B15005550006&PageSize=50 HTTP/1.1\r\n"));
    }

    [Test]
    public async Task A_message_that_is_not_there_yet_may_still_come() =>
        Assert.That(await LookUpAsync(Samples.Now.AddSeconds(-4), Empty, Empty), Is.TypeOf<SendOutcome.Unknown>());

    [Test]
    public async Task A_text_that_Twilio_hides_leaves_it_open() =>
        Assert.That(
            await LookUpAsync(List(Message("SM1", "")), List(Message("SM1", ""))), Is.TypeOf<SendOutcome.Unknown>());

    [Test]
    public async Task An_incoming_message_is_not_ours()
    {
        var outcome = await LookUpAsync(List(Message("SM1", "123456", ("direction", "inbound"))), Empty);

        Assert.That((outcome as SendOutcome.Refused)?.Reason, Is.EqualTo(RefusalReason.NotAttempted));
    }

    [Test]
    public async Task All_pages_are_looked_through()
    {
        await using var wire = new Wire(
            Reply.Json(200, List(Path + "?To=x&Page=1&PageToken=PA1", Message("SM1", "Your code is 999999"))),
            Reply.Json(200, List(Message("SM2", "Your code is 123456"))));
        using var rig = new Rig();

        var outcome = await LookUpAsync(rig, wire);

        Assert.That((outcome as SendOutcome.Accepted)?.ProviderMessageId, Is.EqualTo("SM2"));
        Assert.That(wire.Requests.Last(), Does.StartWith($"GET {Path}?To=x&Page=1&PageToken=PA1 HTTP/1.1\r\n"));
    }

    [Test]
    public async Task More_pages_than_anyone_needs_leave_it_open()
    {
        var page = List(Path + "?Page=1", Message("SM1", "Your code is 999999"));

        Assert.That(await LookUpAsync(page, page, page, page, page), Is.TypeOf<SendOutcome.Unknown>());
    }

    [TestCase("http://evil.example/")]
    [TestCase("@evil.example/2010-04-01/Accounts/")]
    [TestCase("/2010-04-01/Accounts/ACother/Messages.json?Page=1")]
    [TestCase(Path + ".evil?Page=1")]
    public async Task A_next_page_elsewhere_is_not_followed(string next)
    {
        await using var wire = new Wire(Reply.Json(200, List(next)));
        using var rig = new Rig();

        var outcome = await LookUpAsync(rig, wire);

        Assert.That(outcome, Is.TypeOf<SendOutcome.Unknown>());
        Assert.That(wire.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(200, "<html>")]
    [TestCase(200, "{\"messages\":{}}")]
    [TestCase(200, "[]")]
    [TestCase(401, Empty)]
    [TestCase(500, "")]
    public async Task A_list_that_is_none_leaves_it_open(int status, string body)
    {
        await using var wire = new Wire(Reply.Text(status, body));
        using var rig = new Rig();

        Assert.That(
            await LookUpAsync(rig, wire),
            Is.TypeOf<SendOutcome.Unknown>());
    }

    [Test]
    public async Task An_unreachable_Twilio_leaves_it_open() =>
        Assert.That(await LookUpAsync(), Is.TypeOf<SendOutcome.Unknown>());

    private static Task<SendOutcome> LookUpAsync(Rig rig, Wire wire) =>
        rig.ConnectTo(wire).LookUpOutcomeAsync(Samples.QueryFor(Samples.Now), CancellationToken.None);

    private static Task<SendOutcome> LookUpAsync(params string[] lists) =>
        LookUpAsync(Samples.Now.AddSeconds(-5), lists);

    private static async Task<SendOutcome> LookUpAsync(DateTimeOffset attemptedAt, params string[] lists)
    {
        await using var wire = new Wire([.. lists.Select(list => Reply.Json(200, list))]);
        using var rig = new Rig();
        return await rig.ConnectTo(wire).LookUpOutcomeAsync(Samples.QueryFor(attemptedAt), CancellationToken.None);
    }

    private static string List(params JsonObject[] messages) => List(next: null, messages);

    private static string List(string? next, params JsonObject[] messages) =>
        new JsonObject { ["messages"] = new JsonArray([.. messages]), ["next_page_uri"] = next }.ToJsonString();

    private static JsonObject Message(string sid, string body, params (string Name, JsonNode Value)[] members)
    {
        var message = new JsonObject
        {
            ["sid"] = sid,
            ["body"] = body,
            ["direction"] = "outbound-api",
            ["status"] = "queued",
            ["date_created"] = Samples.Now.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in members)
        {
            message[name] = value;
        }

        return message;
    }
}
