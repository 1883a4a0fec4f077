namespace TwilioSimulator.Tests.Accounts;

internal sealed class TestCredentialTests
{
    [TestCase("+15005550001", 21212)]
    [TestCase("+15005550007", 21606)]
    [TestCase("+15005550008", 21611)]
    [TestCase("+14155550100", 21606)]
    [TestCase("MyBrand", 21606)]
    public async Task Only_the_magic_sender_works(string from, int code)
    {
        await using var session = await StartAsync();

        var answer = await SendAsync(session, ("From", from));

        Assert.That(answer.Error, Is.EqualTo((400, code)));
    }

    [Test]
    public async Task A_messaging_service_does_not_work()
    {
        await using var session = await StartAsync();

        var answer = await SendAsync(session, ("MessagingServiceSid", Session.Service));

        Assert.That(answer.Error, Is.EqualTo((400, 21701)));
    }

    [Test]
    public async Task Every_resource_but_creating_a_message_is_403_with_code_20008()
    {
        await using var session = await StartAsync();
        var account = $"/2010-04-01/Accounts/{session.Server.Options.TestAccountSid}";

        foreach (var path in new[] { ".json", "/Messages.json", $"/Messages/SM{new string('0', 32)}.json" })
        {
            var answer = await session.GetAsync(account + path);

            Assert.That(answer.Error, Is.EqualTo((403, 20008)), path);
        }
    }

    [Test]
    public async Task A_message_is_answered_but_neither_stored_nor_reported()
    {
        await using var session = await StartAsync();

        var answer = await SendAsync(session, ("From", Session.Sender), ("StatusCallback", "http://127.0.0.1:9/cb"));

        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That(answer.String("status"), Is.EqualTo("queued"));
        Assert.That(session.Server.Messages, Is.Empty);
        Assert.That(await session.Server.AdvanceAsync(), Is.Zero);
        Assert.That(session.Server.Callbacks, Is.Empty);
    }

    private static async Task<Session> StartAsync()
    {
        var session = await Session.StartAsync();
        session.SignIn(session.Server.Options.TestAccountSid, session.Server.Options.TestAuthToken);
        return session;
    }

    private static Task<Answer> SendAsync(Session session, params (string Name, string Value)[] sender) =>
        session.PostAsync(
            $"/2010-04-01/Accounts/{session.Server.Options.TestAccountSid}/Messages.json",
            [("To", Session.Recipient), ("Body", "hi"), .. sender]);
}
