using System.Text.Json;

namespace TwilioSimulator.Tests.Messages;

internal sealed class CreateMessageTests
{
    private const string Rfc2822 = "^[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} \\+0000$";

    private static readonly string[] Fields =
    [
        "account_sid", "api_version", "body", "date_created", "date_sent", "date_updated", "direction", "error_code",
        "error_message", "from", "messaging_service_sid", "num_media", "num_segments", "price", "price_unit", "sid",
        "status", "subresource_uris", "to", "uri",
    ];

    [Test]
    public async Task A_message_has_Twilios_fields_and_types()
    {
        await using var session = await Session.StartAsync();

        var answer = await session.SendAsync();

        var json = answer.Json;
        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That(answer.MediaType, Is.EqualTo("application/json"));
        Assert.That(json.EnumerateObject().Select(field => field.Name), Is.EquivalentTo(Fields));
        Assert.That(answer.Sid, Does.Match("^SM[0-9a-f]{32}$"));
        Assert.That(answer.String("num_segments"), Is.EqualTo("1"));
        Assert.That(answer.String("num_media"), Is.EqualTo("0"));
        Assert.That(answer.String("date_created"), Does.Match(Rfc2822));
        Assert.That(json.GetProperty("date_sent").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(json.GetProperty("error_code").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(answer.String("uri"), Is.EqualTo($"{session.AccountPath}/Messages/{answer.Sid}.json"));
        Assert.That(answer.Text, Does.Contain("\"to\":\"+14155552671\""));
    }

    [Test]
    public async Task A_send_from_a_number_is_queued()
    {
        await using var session = await Session.StartAsync();

        var answer = await session.SendAsync();

        Assert.That(answer.String("status"), Is.EqualTo("queued"));
        Assert.That(answer.String("from"), Is.EqualTo(Session.Sender));
        Assert.That(answer.String("messaging_service_sid"), Is.Null);
    }

    [Test]
    public async Task A_send_by_a_messaging_service_is_accepted_without_sender_and_segments()
    {
        await using var session = await Session.StartAsync();

        var answer = await SendByServiceAsync(session);

        Assert.That(answer.String("status"), Is.EqualTo("accepted"));
        Assert.That(answer.String("from"), Is.Null);
        Assert.That(answer.String("num_segments"), Is.EqualTo("0"));
        Assert.That(answer.String("messaging_service_sid"), Is.EqualTo(Session.Service));
    }

    [Test]
    public async Task A_messaging_service_chooses_its_sender_when_it_starts_to_send()
    {
        await using var session = await Session.StartAsync();
        var sent = await SendByServiceAsync(session);

        await session.Server.AdvanceAsync();

        var answer = await session.GetAsync($"{session.AccountPath}/Messages/{sent.Sid}.json");
        Assert.That(answer.String("status"), Is.EqualTo("sending"));
        Assert.That(answer.String("from"), Is.EqualTo(Session.Sender));
        Assert.That(answer.String("num_segments"), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_message_with_media_has_a_sid_of_its_own_kind_and_needs_no_body()
    {
        await using var session = await Session.StartAsync();

        var answer = await session.PostAsync(
            session.MessagesPath,
            ("To", Session.Recipient),
            ("From", Session.Sender),
            ("MediaUrl", "https://example.com/a.png"),
            ("MediaUrl", "https://example.com/b.png"));

        Assert.That(answer.Sid, Does.StartWith("MM"));
        Assert.That(answer.String("num_media"), Is.EqualTo("2"));
    }

    [Test]
    public async Task A_body_of_any_letters_is_stored_as_sent()
    {
        const string Body = "Ünïcode 👍 a+b&c=d \"q\"\r\nline2 ~*!()";
        await using var session = await Session.StartAsync();

        var answer = await session.PostAsync(
            session.MessagesPath, ("To", Session.Recipient), ("From", Session.Sender), ("Body", Body));

        Assert.That(answer.String("body"), Is.EqualTo(Body));
        Assert.That(session.Server.Messages.Single().Body, Is.EqualTo(Body));
    }

    [Test]
    public async Task The_oldest_message_makes_room_when_the_store_is_full()
    {
        await using var session = await Session.StartAsync(options => options.StoredMessages = 2);

        var first = await session.SendAsync();
        var second = await session.SendAsync();
        var third = await session.SendAsync();

        Assert.That(
            session.Server.Messages.Select(message => message.Sid),
            Is.EqualTo(new[] { second.Sid, third.Sid }));
        var answer = await session.GetAsync($"{session.AccountPath}/Messages/{first.Sid}.json");
        Assert.That(answer.Status, Is.EqualTo(404));
    }

    private static Task<Answer> SendByServiceAsync(Session session) =>
        session.PostAsync(
            session.MessagesPath,
            ("To", Session.Recipient),
            ("MessagingServiceSid", Session.Service),
            ("Body", "hi"));
}
