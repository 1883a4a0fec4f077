using System.Text;
using System.Text.RegularExpressions;

namespace Connector.Abstractions.Tests;

internal sealed class ValueTests
{
    [TestCase("{}")]
    [TestCase("""{"a": 1}""")]
    [TestCase("""{"length": 3}""")]
    public void An_object_renders_as_nothing(string value) => Assert.That(RenderValue(value), Is.Empty);

    [TestCase("true", "true")]
    [TestCase("false", "false")]
    [TestCase("null", "")]
    [TestCase("\"\"", "")]
    [TestCase("\"text\"", "text")]
    [TestCase("[]", "")]
    [TestCase("[1]", "1")]
    [TestCase("""[1, "2", null]""", "1,2,")]
    [TestCase("[null]", "")]
    [TestCase("[null, null]", ",")]
    [TestCase("[[1, 2], [3, [4]]]", "1,2,3,4")]
    [TestCase("[[], [[]]]", ",")]
    [TestCase("""[{"a": 1}, 2]""", ",2")]
    [TestCase("[true, 0, -0, 1.50]", "true,0,0,1.5")]
    public void A_value_is_written_as_ECMAScripts_String_does(string value, string expected) =>
        Assert.That(RenderValue(value), Is.EqualTo(expected));

    [TestCase("{{v.0}}", "a")]
    [TestCase("{{v.1.x}}", "b")]
    [TestCase("{{v.2}}", "")]
    [TestCase("{{v.2.length}}", "0")]
    [TestCase("{{v.length}}", "3")]
    [TestCase("{{v.length.x}}", "")]
    [TestCase("{{v.Length}}", "")]
    [TestCase("{{v.3}}", "")]
    [TestCase("{{v.00}}", "")]
    [TestCase("{{v.01}}", "")]
    [TestCase("{{v.0x0}}", "")]
    [TestCase("{{v.4294967296}}", "")]
    [TestCase("{{v.99999999999999999999}}", "")]
    [TestCase("{{v.first}}", "")]
    [TestCase("{{v.}}", "")]
    [TestCase("{{v}}", "a,,")]
    public void A_path_walks_arrays_by_index_and_length(string content, string expected) =>
        Assert.That(Payloads.Render(content, """{"v": ["a", {"x": "b"}, []]}"""), Is.EqualTo(expected));

    [TestCase("\"text\"")]
    [TestCase("12345")]
    [TestCase("true")]
    public void A_path_into_a_plain_value_finds_nothing(string value)
    {
        Assert.That(Payloads.Render("{{v.length}}", $$"""{"v": {{value}}}"""), Is.Empty);
        Assert.That(Payloads.Render("{{v.0}}", $$"""{"v": {{value}}}"""), Is.Empty);
    }

    [TestCase("{{o.length}}", "own")]
    [TestCase("{{o.0}}", "zero")]
    [TestCase("{{o.}}", "empty")]
    [TestCase("{{o.twice}}", "2")]
    public void A_path_walks_objects_by_their_own_names(string content, string expected) =>
        Assert.That(
            Payloads.Render(content, """{"o": {"length": "own", "0": "zero", "": "empty", "twice": 1, "twice": 2}}"""),
            Is.EqualTo(expected));

    [TestCase("""\"\\\/\b\f\n\r\t""", "\"\\/\b\f\n\r\t")]
    [TestCase("""\u0041\u00e9\u20AC""", "Aé€")]
    [TestCase("""\ud83d\udc4d""", "👍")]
    [TestCase("👍 ć €", "👍 ć €")]
    [TestCase("""a\u0000b""", "a\0b")]
    [TestCase("""{{code}} \\u0041""", """{{code}} \u0041""")]
    public void Escapes_of_a_JSON_string_are_undone(string json, string expected) =>
        Assert.That(RenderValue($"\"{json}\""), Is.EqualTo(expected));

    // Attributes can't hold half a pair, so it is escaped for C# as for JSON.
    [TestCase("""\ud800""")]
    [TestCase("""a\udc4db""")]
    [TestCase("""\udc4d\ud83d""")]
    public void Half_a_surrogate_pair_is_written_as_it_is(string escaped) =>
        Assert.That(RenderValue($"\"{escaped}\""), Is.EqualTo(Regex.Unescape(escaped)));

    [Test]
    public void A_byte_that_is_not_UTF8_is_replaced_and_does_not_fail()
    {
        byte[] json = [.. "{\"v\":\"a"u8, 0xff, .. "b\"}"u8];

        Assert.That(Payloads.Render("{{v}}", Payloads.WithVariables(json)), Is.EqualTo("a\ufffdb"));
    }

    [TestCase("""{"o": {"a": 1, "\ud800": 2}}""")]
    [TestCase("""{"o": {"\ud800": 2, "a": 1}}""")]
    public void An_unreadable_member_name_does_not_fail(string variables) =>
        Assert.That(() => Payloads.Render("{{o.a}}", variables), Throws.Nothing);

    [TestCase(319)]
    [TestCase(320)]
    [TestCase(321)]
    [TestCase(100_000)]
    public void Long_values_and_long_templates_are_written_whole(int length)
    {
        var text = new StringBuilder().Insert(0, "é\"", length).ToString();
        var json = System.Text.Json.JsonSerializer.Serialize(new { v = text });

        Assert.That(Payloads.Render("<{{v}}>", json), Is.EqualTo($"<{text}>"));
        Assert.That(Payloads.Render(text + "{{v}}" + text, json), Is.EqualTo(text + text + text));
    }

    private static string RenderValue(string json) => Payloads.Render("{{v}}", $$"""{"v": {{json}}}""");
}
