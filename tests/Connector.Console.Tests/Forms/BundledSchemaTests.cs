using System.Text.Json;
using System.Text.RegularExpressions;

namespace Connector.Console.Tests.Forms;

/// <summary>The words of the bundled connectors' forms.</summary>
internal sealed partial class BundledSchemaTests
{
    private static readonly string[] Texts = ["title", "description"];

    private static IEnumerable<TestCaseData> Parts() =>
        from connector in (string[])["twilio-sms", "sandbox", "http-sms"]
        from part in Walk(JsonElement.Parse(Schemas.Bundled(connector)), connector)
        select new TestCaseData(part.Schema).SetArgDisplayNames(part.Place);

    [TestCaseSource(nameof(Parts))]
    public void Each_word_is_there_in_Spanish_with_the_same_placeholders(JsonElement schema)
    {
        var spanish = schema.GetProperty("x-translations").GetProperty("es");

        foreach (var text in Texts.Where(text => schema.TryGetProperty(text, out _)))
        {
            var translated = spanish.GetProperty(text).GetString()!;
            Assert.That(translated, Is.Not.Empty);
            Assert.That(Placeholders(translated), Is.SubsetOf(Placeholders(schema.GetRawText())));
        }

        if (spanish.TryGetProperty("enum", out var words))
        {
            Assert.That(
                words.EnumerateObject().Select(word => word.Name),
                Is.EqualTo(schema.GetProperty("enum").EnumerateArray().Select(value => value.GetString())));
        }
    }

    private static IEnumerable<(string Place, JsonElement Schema)> Walk(JsonElement schema, string place)
    {
        yield return (place, schema);
        var below = schema.TryGetProperty("properties", out var members)
            ? members.EnumerateObject().Select(member => (member.Name, member.Value))
            : [];
        if (schema.TryGetProperty("items", out var items))
        {
            below = below.Append(("items", items));
        }

        foreach (var part in below.SelectMany(part => Walk(part.Value, $"{place}/{part.Name}")))
        {
            yield return part;
        }
    }

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"\{\{\w+\}\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
