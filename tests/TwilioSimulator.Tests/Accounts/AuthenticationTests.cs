namespace TwilioSimulator.Tests.Accounts;

internal sealed class AuthenticationTests
{
    [TestCase("ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "wrong")]
    [TestCase("ACcccccccccccccccccccccccccccccccc", "0123456789abcdef0123456789abcdef")]
    [TestCase("SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "0123456789abcdef0123456789abcdef")]
    public async Task Wrong_credentials_are_401_with_code_20003(string user, string password)
    {
        await using var session = await Session.StartAsync();
        session.SignIn(user, password);

        var answer = await session.SendAsync();

        Assert.That(answer.Error, Is.EqualTo((401, 20003)));
        Assert.That(session.Server.Messages, Is.Empty);
    }

    [TestCase("Bearer abc")]
    [TestCase("Basic ")]
    [TestCase("")]
    public async Task Anything_but_Basic_credentials_is_401(string authorization)
    {
        await using var session = await Session.StartAsync();
        session.Http.DefaultRequestHeaders.Authorization = null;
        session.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        var answer = await session.GetAsync(session.MessagesPath);

        Assert.That(answer.Error, Is.EqualTo((401, 20003)));
    }

    [TestCase("/2010-04-01/Accounts/ACcccccccccccccccccccccccccccccccc/Messages.json")]
    [TestCase("/2010-04-01/Accounts//Messages.json")]
    [TestCase("/2010-04-01/Accounts/ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Message.json")]
    [TestCase("/anything.json")]
    public async Task A_wrong_path_is_404_with_code_20404(string path)
    {
        await using var session = await Session.StartAsync();

        var answer = await session.PostAsync(path, ("To", Session.Recipient));

        Assert.That(answer.Error, Is.EqualTo((404, 20404)));
        Assert.That(answer.String("more_info"), Is.EqualTo("https://www.twilio.com/docs/errors/20404"));
    }

    [Test]
    public async Task An_api_key_opens_the_account_in_the_path()
    {
        await using var session = await Session.StartAsync();
        session.SignIn(session.Server.Options.ApiKeySid, session.Server.Options.ApiKeySecret);

        var answer = await session.SendAsync();

        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That(answer.String("account_sid"), Is.EqualTo(session.Server.Options.AccountSid));
    }

    [Test]
    public async Task The_account_can_be_read_to_check_credentials()
    {
        await using var session = await Session.StartAsync();

        var answer = await session.GetAsync($"{session.AccountPath}.json");

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Sid, Is.EqualTo(session.Server.Options.AccountSid));
        Assert.That(answer.String("status"), Is.EqualTo("active"));
        Assert.That(answer.String("friendly_name"), Is.Not.Empty);
    }

    [Test]
    public async Task Every_answer_has_Twilios_headers()
    {
        await using var session = await Session.StartAsync();

        foreach (var answer in new[] { await session.SendAsync(), await session.GetAsync("/nothing") })
        {
            Assert.That(answer.Headers["Twilio-Request-Id"], Does.Match("^RQ[0-9a-f]{32}$"));
            Assert.That(answer.Headers["Twilio-Concurrent-Requests"], Is.EqualTo("1"));
            Assert.That(answer.Headers["Twilio-Request-Duration"], Does.Match("^[0-9]+\\.[0-9]{3}$"));
        }
    }
}
