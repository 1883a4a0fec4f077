using System.Text.Json.Nodes;
using Connector.Host.WebConsole;

namespace Connector.Console.Tests.Forms;

internal sealed class FormPlaceTests
{
    [Test]
    public void Writing_makes_the_objects_on_the_way()
    {
        var configuration = new JsonObject();

        FormPlace.Root(configuration).Member("a").Member("b").Set(7);

        Assert.That(configuration.ToJsonString(), Is.EqualTo("""{"a":{"b":7}}"""));
    }

    [Test]
    public void An_object_that_nobody_requires_goes_with_its_last_member()
    {
        var configuration = Schemas.Parse("""{ "a": { "b": { "c": 1 } }, "d": { "e": 1 } }""");
        var root = FormPlace.Root(configuration);

        root.Member("a").Member("b").Member("c").Remove();
        root.Member("d", isRequired: true).Member("e").Remove();

        Assert.That(configuration.ToJsonString(), Is.EqualTo("""{"d":{}}"""));
    }

    [Test]
    public void Pointers_escape_and_ids_hold_nothing_a_page_could_misread()
    {
        var place = FormPlace.Root([]).Member("a/b~c").Member("x\"y z").Item(2);

        Assert.That(place.Pointer, Is.EqualTo("/a~1b~0c/x\"y z/2"));
        Assert.That(place.Id, Does.Match("^[A-Za-z0-9_-]+$"));
    }

    [TestCase("12", "12")]
    [TestCase(" -3 ", "-3")]
    [TestCase("1e3", "1000")]
    [TestCase("0.10", "0.10")]
    [TestCase("12a", "\"12a\"")]
    [TestCase("1,5", "\"1,5\"")]
    public void What_is_no_number_stays_as_it_was_typed(string typed, string json) =>
        Assert.That(JsonValues.NumberOrText(typed).ToJsonString(), Is.EqualTo(json));
}
