using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Tests.Delivery;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RouterTests : IAsyncDisposable
{
    private static readonly PhoneNumber Spain = PhoneNumber.Parse("+34600123456");
    private static readonly PhoneNumber Peru = PhoneNumber.Parse("+51987654321");
    private static readonly PhoneNumber Satellite = PhoneNumber.Parse("+881612345678");

    private readonly TestEngine engine = new();

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Test]
    public void Without_any_connector_the_caller_learns_where_to_add_one()
    {
        Assert.That(Refusal(name: null), Has.Property("Code").EqualTo("no_connector")
            .And.Message.Contains("ConnectorHost:Connectors").And.Message.Contains("Nothing was sent."));
    }

    [Test]
    public void When_none_runs_the_caller_learns_that_and_not_that_the_country_is_wrong()
    {
        engine.AddIdle("broken", ConnectorState.Failed);

        Assert.That(Refusal(name: null), Has.Message.Contains("None of the connectors runs"));
    }

    [Test]
    public void A_number_that_no_connector_serves_is_refused([Values("+51987654321", "+881612345678")] string number)
    {
        Add("spain", countries: ["ES"]);

        Assert.That(
            () => engine.Router.Choose(name: null, PhoneNumber.Parse(number)),
            Throws.InstanceOf<ConnectorRequestException>().With.Message.Contains("country"));
    }

    [Test]
    public void One_named_that_does_not_exist_is_refused_with_a_suggestion()
    {
        Add("twilio");

        Assert.That(Refusal("twillio"), Has.Property("Kind").EqualTo(ConnectorRequestKind.NotFound)
            .And.Message.Contains("Did you mean twilio?"));
    }

    [Test]
    public void One_named_that_does_not_run_is_refused_with_cause_and_fix()
    {
        engine.AddIdle("twilio", ConnectorState.Invalid, new ConnectorProblem("X", "It is broken.", "Mend it."));

        Assert.That(Refusal("Twilio"), Has.Property("Kind").EqualTo(ConnectorRequestKind.Conflict)
            .And.Message.EqualTo("Connector twilio doesn't run: It is broken. Mend it."));
    }

    [Test]
    public void One_named_that_is_switched_off_is_refused_saying_so()
    {
        engine.AddIdle("twilio", ConnectorState.Disabled);

        Assert.That(Refusal("twilio"), Has.Message.Contains("Set Enabled to true"));
    }

    [Test]
    public void One_named_is_used_whatever_its_countries_and_case()
    {
        Add("first");
        Add("spain", countries: ["ES"], priority: 9);

        Assert.That(engine.Router.Choose("SPAIN", Peru).Name, Is.EqualTo("spain"));
    }

    [Test]
    public void Countries_filter_before_priority()
    {
        Add("spain", countries: ["ES", "PT"], priority: 0);
        Add("world", priority: 5);

        Assert.That(engine.Router.Choose(name: null, Spain).Name, Is.EqualTo("spain"));
        Assert.That(engine.Router.Choose(name: null, Peru).Name, Is.EqualTo("world"));
        Assert.That(engine.Router.Choose(name: null, Satellite).Name, Is.EqualTo("world"));
    }

    [Test]
    public void A_lower_priority_number_wins_whatever_the_weight()
    {
        Add("second", priority: 2, weight: 10_000);
        Add("first", priority: 1, weight: 1);

        Assert.That(Draws(100), Is.All.EqualTo("first"));
    }

    [Test]
    public void Messages_are_shared_by_weight()
    {
        Add("light", weight: 100);
        Add("heavy", weight: 300);

        var heavy = Draws(4_000).Count(name => name == "heavy");

        // 3000 expected; the standard deviation is 27, so these bounds miss once in 10^12 runs.
        Assert.That(heavy, Is.InRange(2_800, 3_200));
    }

    [Test]
    public void A_weight_of_zero_serves_only_when_no_other_of_its_priority_can()
    {
        Add("spare", weight: 0);
        Add("spain", weight: 1, countries: ["ES"]);

        Assert.That(Draws(200), Is.All.EqualTo("spain"));
        Assert.That(engine.Router.Choose(name: null, Peru).Name, Is.EqualTo("spare"));
    }

    private IReadOnlyList<string> Draws(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => engine.Router.Choose(name: null, Spain).Name)];

    private ConnectorRequestException Refusal(string? name) =>
        Assert.Throws<ConnectorRequestException>(() => engine.Router.Choose(name, Spain))!;

    private void Add(string name, int priority = 0, int weight = 100, params string[] countries) => engine.Add(
        name,
        ScriptedConnector.Answering(new SendOutcome.Accepted("SM1")),
        info => info with { Priority = priority, Weight = weight, Countries = countries });
}
