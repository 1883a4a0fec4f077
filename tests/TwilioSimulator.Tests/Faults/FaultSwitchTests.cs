using TwilioSimulator.Faults;

namespace TwilioSimulator.Tests.Faults;

internal sealed class FaultSwitchTests
{
    [Test]
    public async Task A_switch_without_a_kind_or_with_a_count_of_zero_is_refused()
    {
        await using var session = await Session.StartAsync();
        var faults = session.Server.Faults;

        Assert.That(() => faults.Set(new FaultSwitch(FaultKind.None)), Throws.ArgumentException);
        Assert.That(() => faults.Set(new FaultSwitch((FaultKind)999)), Throws.ArgumentException);
        Assert.That(() => faults.Next(FaultKind.Slow, 0), Throws.ArgumentException);
        Assert.That(faults.Active, Is.Empty);
    }

    [Test]
    public async Task A_counted_switch_hits_so_many_requests_and_then_none()
    {
        await using var session = await Session.StartAsync();
        session.Server.Faults.Next(FaultKind.Unavailable, 2);

        var statuses = await StatusesAsync(session, Session.Recipient, 3);

        Assert.That(statuses, Is.EqualTo(new[] { 503, 503, 201 }));
        Assert.That(session.Server.Faults.Active, Is.Empty);
    }

    [Test]
    public async Task A_switch_without_a_count_hits_until_it_is_cleared()
    {
        await using var session = await Session.StartAsync();
        session.Server.Faults.Set(new FaultSwitch(FaultKind.Unavailable));

        Assert.That(await StatusesAsync(session, Session.Recipient, 3), Is.All.EqualTo(503));
        session.Server.Faults.Clear();

        Assert.That(await StatusesAsync(session, Session.Recipient, 1), Is.All.EqualTo(201));
    }

    [Test]
    public async Task Switches_are_used_in_the_order_they_were_set()
    {
        await using var session = await Session.StartAsync();
        session.Server.Faults.Next(FaultKind.TooManyRequests);
        session.Server.Faults.Next(FaultKind.Unavailable);

        Assert.That(await StatusesAsync(session, Session.Recipient, 3), Is.EqualTo(new[] { 429, 503, 201 }));
    }

    [Test]
    public async Task A_switch_for_one_recipient_leaves_the_others_alone()
    {
        await using var session = await Session.StartAsync();
        session.Server.Faults.Set(new FaultSwitch(FaultKind.Unavailable) { To = "+14155553333" });

        Assert.That((await session.SendAsync()).Status, Is.EqualTo(201));
        Assert.That((await session.SendAsync("+14155553333")).Status, Is.EqualTo(503));
    }

    [TestCase(FaultOperation.Create, 503, 200, 200)]
    [TestCase(FaultOperation.List, 201, 503, 200)]
    [TestCase(FaultOperation.Account, 201, 200, 503)]
    [TestCase(FaultOperation.Any, 503, 503, 503)]
    public async Task A_switch_hits_only_its_operation(FaultOperation operation, int create, int list, int account)
    {
        await using var session = await Session.StartAsync();
        session.Server.Faults.Set(new FaultSwitch(FaultKind.Unavailable) { Operation = operation });

        Assert.That((await session.SendAsync()).Status, Is.EqualTo(create));
        Assert.That((await session.GetAsync(session.MessagesPath)).Status, Is.EqualTo(list));
        Assert.That((await session.GetAsync($"{session.AccountPath}.json")).Status, Is.EqualTo(account));
    }

    [Test]
    public async Task A_request_that_is_refused_anyway_is_refused_as_usual()
    {
        await using var session = await Session.StartAsync();
        session.Server.Faults.Next(FaultKind.CreatedEmpty);

        Assert.That((await session.SendAsync("nonsense")).Error, Is.EqualTo((400, 21211)));
    }

    [TestCase("+15005559002", new[] { 503, 503, 503 })]
    [TestCase("+15005558002", new[] { 503, 201, 201 })]
    public async Task A_magic_recipient_fails_every_time_or_only_the_first(string to, int[] statuses)
    {
        await using var session = await Session.StartAsync();

        Assert.That(await StatusesAsync(session, to, 3), Is.EqualTo(statuses));
    }

    [Test]
    public void Every_fault_can_be_had_by_a_magic_recipient()
    {
        foreach (var kind in Enum.GetValues<FaultKind>().Where(kind => kind is not FaultKind.None))
        {
            var byNumber = new FaultSwitches().Take(FaultOperation.Create, $"+15005559{(int)kind:000}");

            Assert.That(byNumber?.Kind, Is.EqualTo(kind));
        }
    }

    private static async Task<int[]> StatusesAsync(Session session, string to, int count)
    {
        var statuses = new int[count];
        for (var index = 0; index < count; index++)
        {
            statuses[index] = (await session.SendAsync(to)).Status;
        }

        return statuses;
    }
}
