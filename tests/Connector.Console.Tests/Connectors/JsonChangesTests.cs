using System.Text.Json.Nodes;
using Connector.Host.WebConsole;

namespace Connector.Console.Tests.Connectors;

internal sealed class JsonChangesTests
{
    [Test]
    public void A_secret_that_was_typed_is_never_shown()
    {
        var before = Read("""{ "config": { "token": "••••" } }""");
        var after = Read("""{ "config": { "token": "typed" } }""");
        var shown = Read("""{ "config": { "token": "••••" } }""");

        Assert.That(
            JsonChanges.Between(before, after, shown),
            Is.EqualTo(new[] { new JsonChange("/config/token", "••••", "••••") { IsSecret = true } }));
    }

    [Test]
    public void A_secret_that_is_new_is_never_shown()
    {
        var shown = Read("""{ "t": "••••" }""");

        var changes = JsonChanges.Between(Read("{}"), Read("""{ "t": "typed" }"""), shown);

        Assert.That(changes.Single(), Is.EqualTo(new JsonChange("/t", null, "••••") { IsSecret = true }));
    }

    [Test]
    public void Each_place_that_differs_is_told_with_both_values()
    {
        var before = Read("""{ "a/b": 1, "list": ["x", "y"], "gone": true, "same": {} }""");
        var after = Read("""{ "a/b": 2, "list": ["x"], "new": { "n": "v" }, "same": {} }""");

        Assert.That(JsonChanges.Between(before, after, after), Is.EquivalentTo(new[]
        {
            new JsonChange("/a~1b", "1", "2"),
            new JsonChange("/list/1", "y", null),
            new JsonChange("/gone", "true", null),
            new JsonChange("/new/n", null, "v"),
        }));
    }

    [Test]
    public void A_patch_removes_adds_and_leaves_alone()
    {
        var before = Read("""{ "keep": 1, "gone": 2, "inside": { "a": 1, "b": 2 }, "list": [1] }""");
        var after = Read("""{ "keep": 1, "inside": { "a": 1, "b": 3 }, "list": [1, 2] }""");

        Assert.That(
            JsonChanges.Patch(before, after).ToJsonString(),
            Is.EqualTo("""{"gone":null,"inside":{"b":3},"list":[1,2]}"""));
    }

    [TestCase("weight", "7", "7")]
    [TestCase("rate", "0.5", "0.5")]
    [TestCase("rate", "many", "\"many\"")]
    [TestCase("weight", " ", null)]
    [TestCase("countries", "es, mx es", "[\"ES\",\"MX\"]")]
    public void What_is_typed_into_a_limit_becomes_what_the_host_reads(string name, string typed, string? json)
    {
        var definition = new JsonObject { [name] = 1 };

        RoutingSettings.Set(definition, name, typed);

        Assert.That(definition[name]?.ToJsonString(), Is.EqualTo(json));
    }

    private static JsonObject Read(string json) => JsonNode.Parse(json)!.AsObject();
}
