namespace TwilioSimulator.Tests.Control;

internal sealed class ControlApiTests
{
    [TestCase("{\"kind\":\"Nope\"}")]
    [TestCase("{\"kind\":\"None\"}")]
    [TestCase("{\"kind\":3}")]
    [TestCase("{\"kind\":\"Slow\",\"count\":0}")]
    [TestCase("{\"kind\":\"Slow\",\"cuont\":1}")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("no json")]
    public async Task A_switch_that_cannot_be_read_is_400_with_a_reason(string json)
    {
        await using var session = await Session.StartAsync();

        var answer = await session.ControlAsync("faults", json);

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.String("error"), Is.Not.Empty);
        Assert.That(session.Server.Faults.Active, Is.Empty);
    }

    [Test]
    public async Task A_switch_can_be_set_shown_and_cleared()
    {
        await using var session = await Session.StartAsync();

        await session.ControlAsync("faults", """{"kind":"TooManyRequests","count":1,"retryAfterSeconds":7}""");
        var shown = (await session.GetAsync("/_control/faults")).Json[0];
        var first = await session.SendAsync();
        var second = await session.SendAsync();
        await session.ControlAsync("faults", """{"kind":"Slow","operation":"Any","to":"+1","delayMilliseconds":5}""");
        var cleared = await session.DeleteAsync("/_control/faults");

        Assert.That(shown.GetProperty("operation").GetString(), Is.EqualTo("Create"));
        Assert.That((first.Status, first.Headers["Retry-After"]), Is.EqualTo((429, "7")));
        Assert.That(second.Status, Is.EqualTo(201));
        Assert.That(cleared.Status, Is.EqualTo(204));
        Assert.That(session.Server.Faults.Active, Is.Empty);
    }

    [Test]
    public async Task Messages_can_be_moved_and_put_into_any_status()
    {
        await using var session = await Session.StartAsync();
        var sent = await session.SendAsync();

        var moved = await session.ControlAsync("advance", "{}");
        var set = await session.ControlAsync(
            $"messages/{sent.Sid}/status", """{"status":"undelivered","errorCode":30003}""");
        var missing = await session.ControlAsync("messages/SM1/status", """{"status":"sent"}""");

        Assert.That(moved.Json.GetProperty("moved").GetInt32(), Is.EqualTo(1));
        Assert.That((set.Status, missing.Status), Is.EqualTo((204, 404)));
        var message = (await session.GetAsync("/_control/messages")).Json[0];
        Assert.That(message.GetProperty("status").GetString(), Is.EqualTo("undelivered"));
        Assert.That(message.GetProperty("errorCode").GetInt32(), Is.EqualTo(30003));
        Assert.That(message.GetProperty("form").GetProperty("To")[0].GetString(), Is.EqualTo(Session.Recipient));
    }

    [Test]
    public async Task Received_requests_can_be_read_and_cleared()
    {
        await using var session = await Session.StartAsync();
        await session.SendAsync();

        var request = (await session.GetAsync("/_control/requests")).Json[0];
        await session.DeleteAsync("/_control/requests");

        Assert.That(request.GetProperty("method").GetString(), Is.EqualTo("POST"));
        Assert.That(request.GetProperty("body").GetString(), Does.StartWith("To=%2B14155552671&"));
        Assert.That((await session.GetAsync("/_control/requests")).Text, Is.EqualTo("[]"));
    }

    [Test]
    public async Task Reset_forgets_everything()
    {
        await using var session = await Session.StartAsync();
        await session.SendAsync("+15005558002");
        await session.SendAsync();
        await session.ControlAsync("faults", """{"kind":"Slow"}""");

        var answer = await session.ControlAsync("reset", string.Empty);

        Assert.That(answer.Status, Is.EqualTo(204));
        Assert.That(session.Server.Messages, Is.Empty);
        Assert.That(session.Server.Requests, Is.Empty);
        Assert.That(session.Server.Faults.Active, Is.Empty);
        Assert.That((await session.SendAsync("+15005558002")).Status, Is.EqualTo(503));
    }

    [TestCase("/")]
    [TestCase("/_control")]
    public async Task A_person_finds_credentials_numbers_and_faults(string path)
    {
        await using var session = await Session.StartAsync();

        var answer = await session.GetAsync(path);

        Assert.That(answer.Text, Does.Contain(session.Server.Options.AuthToken));
        Assert.That(answer.Text, Does.Contain("+15005530003"));
        Assert.That(answer.Text, Does.Contain("017  DropAfterAccept"));
    }
}
