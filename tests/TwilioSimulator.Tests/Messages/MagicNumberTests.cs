namespace TwilioSimulator.Tests.Messages;

internal sealed class MagicNumberTests
{
    [TestCase("+15005550001", 400, 21211)]
    [TestCase("+15005550002", 400, 21612)]
    [TestCase("+15005550003", 400, 21408)]
    [TestCase("+15005550004", 400, 21610)]
    [TestCase("+15005550009", 400, 21614)]
    [TestCase("+15005521610", 400, 21610)]
    [TestCase("+15005520003", 401, 20003)]
    [TestCase("+15005520429", 429, 20429)]
    [TestCase("+15005563038", 429, 63038)]
    [TestCase("+15005520500", 500, 20500)]
    [TestCase("+15005520503", 503, 20503)]
    [TestCase("+15005529999", 400, 29999)]
    public async Task A_magic_recipient_is_refused_at_once(string to, int status, int code)
    {
        await using var session = await Session.StartAsync();

        var answer = await session.SendAsync(to);

        Assert.That(answer.Error, Is.EqualTo((status, code)));
        Assert.That(session.Server.Messages, Is.Empty);
    }

    [TestCase("+15005559abc")]
    [TestCase("+15005559-01")]
    public async Task A_recipient_that_only_starts_like_a_magic_one_is_no_number(string to)
    {
        await using var session = await Session.StartAsync();

        Assert.That((await session.SendAsync(to)).Error, Is.EqualTo((400, 21211)));
    }

    [TestCase("+15005550001", 21212)]
    [TestCase("+15005550007", 21606)]
    [TestCase("+15005550008", 21611)]
    public async Task A_magic_sender_is_refused_on_the_live_account_too(string from, int code)
    {
        await using var session = await Session.StartAsync();

        var answer = await session.PostAsync(
            session.MessagesPath, ("To", Session.Recipient), ("From", from), ("Body", "hi"));

        Assert.That(answer.Error, Is.EqualTo((400, code)));
    }

    [TestCase("+15005550000")]
    [TestCase("+15005550006")]
    [TestCase("+15005559000")]
    [TestCase("+15005559999")]
    [TestCase("+15005520000")]
    [TestCase("+150055214080")]
    public async Task A_neighbour_of_a_magic_recipient_is_an_ordinary_number(string to)
    {
        await using var session = await Session.StartAsync();

        var answer = await session.PostAsync(
            session.MessagesPath, ("To", to), ("From", "+14155550100"), ("Body", "hi"));
        await session.Server.AdvanceAsync(steps: 3);

        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That(session.Server.Messages.Single().Status, Is.EqualTo("delivered"));
    }
}
