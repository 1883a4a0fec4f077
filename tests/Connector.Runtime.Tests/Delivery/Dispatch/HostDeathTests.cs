using Connector.Abstractions;
using Connector.Runtime.Delivery;
using TestServers;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>Two hosts on one database.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HostDeathTests : IAsyncDisposable
{
    private static readonly SendOutcome Accepted = new SendOutcome.Accepted("SM1");
    private static readonly SendOutcome NotThere = new SendOutcome.Refused(RefusalReason.NotAttempted);

    private static readonly SendRequest Request = new()
    {
        To = "+14155550100",
        UsageType = "SignIn",
        Payload = System.Text.Json.JsonElement.Parse("""{"code":"483920"}"""),
    };

    private TestEngine one;
    private TestEngine two;

    [SetUp]
    public async Task Open()
    {
        var database = await (await SharedServers.PostgresOrIgnoreAsync()).CreateDatabaseAsync();
        one = new TestEngine(database);
        two = new TestEngine(database, one.Time);
        Assert.That((one.Messages, two.Messages), Is.Not.EqualTo((null as MessageService, null as MessageService)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in new[] { one, two }.Where(engine => engine is not null))
        {
            await engine.DisposeAsync();
        }
    }

    [Test]
    public async Task Messages_of_both_are_each_sent_once()
    {
        const int count = 200;
        var connector = new AnsweringConnector(Accepted);
        one.Add("test", connector, info => info with { Concurrency = 7 });
        two.Add("test", connector, info => info with { Concurrency = 7 });

        var messages = await Task.WhenAll(Enumerable.Range(0, count).Select(number =>
            (number % 2 == 0 ? one : two).Messages.AcceptAsync(Request)));
        foreach (var message in messages)
        {
            await one.SettledAsync(message.Message.Id);
        }

        Assert.That(connector.Sent, Has.Count.EqualTo(count).And.Unique);
    }

    [Test]
    public async Task What_a_silent_host_was_sending_is_looked_up_and_sent_by_another()
    {
        one.RuntimeOptions.Messages.SendTimeout = TimeSpan.FromHours(1);
        var stuck = new ScriptedConnector(_ => new TaskCompletionSource<SendOutcome>().Task);
        one.Add("test", stuck);
        var accepted = await one.Messages.AcceptAsync(Request);
        await stuck.Called;
        var connector = new LookupConnector([Accepted], NotThere);
        ReplaceOnBoth(connector);

        await one.SilenceAsync();
        var message = await two.SettledAsync(accepted.Message.Id);

        // On a busy machine the tests' clock may outrun a look-up, which is then repeated.
        Assert.That((message.Status, connector.Sent.Count), Is.EqualTo(("accepted", 1)));
        Assert.That(connector.Asked, Is.Not.Empty);
        Assert.That(message.Attempts.Select(attempt => attempt.Outcome), Is.EqualTo(["unknown", "accepted"]));
    }

    [Test]
    public async Task A_host_that_comes_back_writes_nothing_over_what_another_has_taken()
    {
        var answer = new TaskCompletionSource<SendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new ScriptedConnector(_ => answer.Task);
        one.RuntimeOptions.Messages.SendTimeout = TimeSpan.FromHours(1);
        one.Add("test", slow);
        var accepted = await one.Messages.AcceptAsync(Request);
        await slow.Called;
        ReplaceOnBoth(new LookupConnector([Accepted], new SendOutcome.Accepted("SM9")));
        await one.SilenceAsync();
        var taken = await two.SettledAsync(accepted.Message.Id);

        answer.SetResult(new SendOutcome.Refused(RefusalReason.InvalidRecipient));
        await one.LoggedAsync("Another host has taken message");

        var message = await two.SettledAsync(accepted.Message.Id);
        Assert.That((taken.ProviderMessageId, message.Status), Is.EqualTo(("SM9", "accepted")));
    }

    // A host that only seems dead goes on taking what waits, so both must be able to ask the provider.
    private void ReplaceOnBoth(ISmsConnector connector)
    {
        one.Add("test", connector);
        two.Add("test", connector);
    }
}
