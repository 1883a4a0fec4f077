using Microsoft.Extensions.Time.Testing;

namespace TwilioSimulator.Tests.Progress;

// A wait for what never comes ends as a failed test.
[CancelAfter(60_000)]
internal sealed class StatusProgressTests
{
    [TestCase("+15005530003", new[] { "queued", "sending", "sent", "undelivered" }, 30003)]
    [TestCase("+15005530005", new[] { "queued", "sending", "sent", "undelivered" }, 30005)]
    [TestCase("+15005530007", new[] { "queued", "sending", "sent", "undelivered" }, 30007)]
    [TestCase("+15005530001", new[] { "queued", "sending", "failed" }, 30001)]
    [TestCase("+15005530034", new[] { "queued", "sending", "failed" }, 30034)]
    [TestCase("+15005557001", new[] { "queued", "sending", "sent" }, null)]
    [TestCase(Session.Recipient, new[] { "queued", "sending", "sent", "delivered" }, null)]
    public async Task A_recipient_decides_how_a_message_ends(string to, string[] statuses, int? errorCode)
    {
        await using var session = await Session.StartAsync();
        await session.SendAsync(to);
        List<string> seen = [session.Server.Messages.Single().Status];

        while (await session.Server.AdvanceAsync() > 0)
        {
            seen.Add(session.Server.Messages.Single().Status);
        }

        Assert.That(seen, Is.EqualTo(statuses));
        Assert.That(session.Server.Messages.Single().ErrorCode, Is.EqualTo(errorCode));
    }

    [Test]
    public async Task A_message_has_a_date_and_a_price_once_it_is_sent()
    {
        await using var session = await Session.StartAsync();
        var sent = await session.SendAsync();

        await session.Server.AdvanceAsync(sent.Sid, steps: 2);

        var answer = await session.GetAsync($"{session.AccountPath}/Messages/{sent.Sid}.json");
        Assert.That(answer.String("status"), Is.EqualTo("sent"));
        Assert.That(answer.String("date_sent"), Does.EndWith(" +0000"));
        Assert.That(answer.String("price"), Is.EqualTo("-0.00790"));
        Assert.That(answer.String("price_unit"), Is.EqualTo("USD"));
    }

    [Test]
    public async Task Advancing_one_message_leaves_the_others_where_they_are()
    {
        await using var session = await Session.StartAsync();
        var moving = await session.SendAsync();
        await session.SendAsync();

        Assert.That(await session.Server.AdvanceAsync(moving.Sid), Is.EqualTo(1));

        Assert.That(
            session.Server.Messages.Select(message => message.Status),
            Is.EqualTo(new[] { "sending", "queued" }));
        Assert.That(await session.Server.AdvanceAsync("SMunknown"), Is.Zero);
    }

    [Test]
    public async Task Nothing_moves_before_its_pace()
    {
        var time = new FakeTimeProvider();
        await using var session = await StartWithPaceAsync(time);
        await session.SendAsync();

        time.Advance(TimeSpan.FromSeconds(0.9));
        await session.SendAsync();

        Assert.That(session.Server.Messages.Select(message => message.Status), Is.All.EqualTo("queued"));
    }

    [Test]
    public async Task Messages_move_by_themselves_one_step_each_pace()
    {
        var time = new FakeTimeProvider();
        await using var session = await StartWithPaceAsync(time);
        await session.SendAsync();

        foreach (var status in new[] { "sending", "sent", "delivered" })
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await session.Server.WaitUntilAsync(
                server => server.Messages.Single().Status == status, TestContext.CurrentContext.CancellationToken);
        }

        Assert.That(session.Server.Messages.Single().UpdatedAt, Is.EqualTo(time.GetUtcNow()));
    }

    [Test]
    public async Task A_clock_that_jumps_while_a_wait_begins_holds_nothing_up()
    {
        await using var session = await StartWithPaceAsync(new JumpingClock());

        await session.SendAsync();

        await session.Server.WaitUntilAsync(
            server => server.Messages.Single().Status == "delivered", TestContext.CurrentContext.CancellationToken);
    }

    private static Task<Session> StartWithPaceAsync(FakeTimeProvider time) =>
        Session.StartAsync(options =>
        {
            options.TimeProvider = time;
            options.StatusPace = TimeSpan.FromSeconds(1);
        });
}
