namespace TwilioSimulator.Tests.Messages;

internal sealed class MessageChangeTests
{
    [Test]
    public async Task An_unknown_message_is_404()
    {
        await using var session = await Session.StartAsync();
        var path = $"{session.AccountPath}/Messages/SM{new string('0', 32)}";

        Assert.That((await session.GetAsync($"{path}.json")).Error, Is.EqualTo((404, 20404)));
        Assert.That((await session.DeleteAsync($"{path}.json")).Error, Is.EqualTo((404, 20404)));
        Assert.That((await session.PostAsync($"{path}.json", ("Body", ""))).Error, Is.EqualTo((404, 20404)));
        var feedback = await session.PostAsync($"{path}/Feedback.json", ("Outcome", "confirmed"));
        Assert.That(feedback.Error, Is.EqualTo((404, 20404)));
    }

    [Test]
    public async Task A_message_that_has_left_cannot_be_canceled()
    {
        await using var session = await Session.StartAsync();
        var path = await SendAsync(session);
        await session.Server.AdvanceAsync();

        var answer = await session.PostAsync(path, ("Status", "canceled"));

        Assert.That(answer.Error, Is.EqualTo((400, 20001)));
    }

    [TestCase("Status", "delivered")]
    [TestCase("Body", "another text")]
    [TestCase("Other", "x")]
    public async Task Nothing_else_can_be_changed(string name, string value)
    {
        await using var session = await Session.StartAsync();
        var path = await SendAsync(session);

        var answer = await session.PostAsync(path, (name, value));

        Assert.That(answer.Error, Is.EqualTo((400, 20001)));
    }

    [Test]
    public async Task A_queued_message_can_be_canceled_and_then_goes_nowhere()
    {
        await using var session = await Session.StartAsync();
        var path = await SendAsync(session);

        var answer = await session.PostAsync(path, ("Status", "canceled"));

        Assert.That(answer.String("status"), Is.EqualTo("canceled"));
        Assert.That(await session.Server.AdvanceAsync(), Is.Zero);
    }

    [Test]
    public async Task A_scheduled_message_waits_until_it_is_canceled()
    {
        await using var session = await Session.StartAsync();
        var soon = TimeProvider.System.GetUtcNow().AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        var sent = await session.SendAsync(
            more: [("MessagingServiceSid", Session.Service), ("ScheduleType", "fixed"), ("SendAt", soon)]);

        Assert.That(sent.String("status"), Is.EqualTo("scheduled"));
        Assert.That(await session.Server.AdvanceAsync(), Is.Zero);
        var answer = await session.PostAsync(
            $"{session.AccountPath}/Messages/{sent.Sid}.json", ("Status", "canceled"));
        Assert.That(answer.String("status"), Is.EqualTo("canceled"));
    }

    [Test]
    public async Task An_empty_body_redacts_the_text()
    {
        await using var session = await Session.StartAsync();
        var path = await SendAsync(session);

        var answer = await session.PostAsync(path, ("Body", ""));

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.String("body"), Is.Empty);
        Assert.That((await session.GetAsync(path)).String("body"), Is.Empty);
    }

    [Test]
    public async Task A_deleted_message_is_gone()
    {
        await using var session = await Session.StartAsync();
        var path = await SendAsync(session);

        var deleted = await session.DeleteAsync(path);

        Assert.That((deleted.Status, deleted.Text), Is.EqualTo((204, "")));
        Assert.That((await session.GetAsync(path)).Status, Is.EqualTo(404));
    }

    [TestCase("Outcome", "maybe")]
    [TestCase("Other", "confirmed")]
    public async Task Feedback_needs_an_outcome_that_exists(string name, string value)
    {
        await using var session = await Session.StartAsync();
        var sent = await session.SendAsync();

        var answer = await session.PostAsync(FeedbackPath(session, sent), (name, value));

        Assert.That(answer.Error, Is.EqualTo((400, 20001)));
    }

    [TestCase("confirmed")]
    [TestCase("unconfirmed")]
    public async Task Feedback_is_kept_with_the_message(string outcome)
    {
        await using var session = await Session.StartAsync();
        var sent = await session.SendAsync();

        var answer = await session.PostAsync(FeedbackPath(session, sent), ("Outcome", outcome));

        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That(answer.String("outcome"), Is.EqualTo(outcome));
        Assert.That(answer.String("message_sid"), Is.EqualTo(sent.Sid));
        Assert.That(session.Server.Messages.Single().Feedback, Is.EqualTo(outcome));
    }

    private static string FeedbackPath(Session session, Answer sent) =>
        $"{session.AccountPath}/Messages/{sent.Sid}/Feedback.json";

    private static async Task<string> SendAsync(Session session) =>
        $"{session.AccountPath}/Messages/{(await session.SendAsync()).Sid}.json";
}
