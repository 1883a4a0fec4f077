using System.Text;

namespace TwilioSimulator.Tests.Http;

internal sealed class RecordingTests
{
    [Test]
    public async Task A_body_is_recorded_to_the_byte()
    {
        const string Body =
            "To=%2B15005550010&RiskCheck=disable&MessagingServiceSid=MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            + "&Body=%C3%9Cn%C3%AFcode+%F0%9F%91%8D+a%2Bb%26c%3Dd+%22q%22%0D%0Aline2+~%2A%21%28%29";
        await using var session = await Session.StartAsync();
        using var content = new StringContent(Body, Encoding.ASCII, "application/x-www-form-urlencoded");

        using var response = await session.Http.PostAsync(session.MessagesPath + "?a=%2B", content);

        var recorded = session.Server.Requests.Single();
        Assert.That((int)response.StatusCode, Is.EqualTo(201));
        Assert.That(recorded.Method, Is.EqualTo("POST"));
        Assert.That(recorded.Path, Is.EqualTo(session.MessagesPath + "?a=%2B"));
        Assert.That(recorded.Body, Is.EqualTo(Body));
        Assert.That(recorded.Headers["content-type"], Does.StartWith("application/x-www-form-urlencoded"));
        Assert.That(recorded.Headers["Authorization"], Does.StartWith("Basic "));
        Assert.That(
            session.Server.Messages.Single().Body, Is.EqualTo("Ünïcode 👍 a+b&c=d \"q\"\r\nline2 ~*!()"));
    }

    [Test]
    public async Task Refused_requests_are_recorded_and_control_requests_are_not()
    {
        await using var session = await Session.StartAsync();

        await session.GetAsync("/_control/faults");
        await session.GetAsync("/nothing");

        Assert.That(session.Server.Requests.Select(request => request.Path), Is.EqualTo(new[] { "/nothing" }));
    }

    [TestCase(0, 0)]
    [TestCase(2, 2)]
    public async Task Only_so_many_requests_are_kept(int capacity, int kept)
    {
        await using var session = await Session.StartAsync(options => options.RecordedRequests = capacity);

        for (var count = 0; count < 3; count++)
        {
            await session.GetAsync($"/{count}");
        }

        Assert.That(
            session.Server.Requests.Select(request => request.Path),
            Is.EqualTo(new[] { "/1", "/2" }.Take(kept)));
    }

    [Test]
    public async Task Texts_for_logs_hold_neither_numbers_nor_bodies()
    {
        await using var session = await Session.StartAsync();
        await session.SendAsync();
        await session.GetAsync($"{session.MessagesPath}?To=%2B14155552671");

        var texts = string.Join('\n', [.. session.Server.Requests.Select(request => request.ToString()),
            .. session.Server.Messages.Select(message => message.ToString())]);

        Assert.That(texts, Does.Not.Contain("4155552671").And.Not.Contains("123456"));
    }

    [Test]
    public async Task A_hundred_senders_at_once_lose_and_double_nothing()
    {
        await using var session = await Session.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => session.SendAsync()));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(201));
        Assert.That(
            session.Server.Messages.Select(message => message.Sid),
            Is.EquivalentTo(answers.Select(answer => answer.Sid)));
        Assert.That(session.Server.Requests, Has.Count.EqualTo(100));
    }
}
