using System.Text;
using System.Text.Json;

namespace Connector.Host.WebConsole;

/// <summary>The words of a field.</summary>
internal static class FieldTexts
{
    /// <summary>Where a schema keeps titles and descriptions in other languages.</summary>
    public const string Translations = "x-translations";

    /// <summary>A text of the schema, in the language of the page when it is there.</summary>
    public static string? Of(SchemaView schema, string keyword)
    {
        foreach (var part in schema.Parts)
        {
            if ((Translated(part, keyword) ?? Own(part, keyword)) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>What a person calls a value of an <c>enum</c>; the value itself without a word for it.</summary>
    public static string Choice(SchemaView schema, JsonElement value)
    {
        var shown = Show(value);
        return schema.Parts
            .Select(part => Words(part, "enum") is { ValueKind: JsonValueKind.Object } words ? Own(words, shown) : null)
            .FirstOrDefault(word => word is not null) ?? shown;
    }

    /// <summary>Values to imitate, such as texts in the language of the page; undefined without any.</summary>
    public static JsonElement Examples(SchemaView schema)
    {
        var translated = schema.Parts.Select(part => Words(part, "examples"))
            .FirstOrDefault(examples => examples.ValueKind == JsonValueKind.Array);
        return translated.ValueKind == JsonValueKind.Array
            ? translated
            : schema.First("examples", JsonValueKind.Array);
    }

    /// <summary>Makes words of a member's name: <c>tokenHeader</c> reads "Token header".</summary>
    public static string Humanize(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            var isWord = at > 0 && char.IsUpper(name[at]) && char.IsLower(name[at - 1]);
            if (isWord)
            {
                text.Append(' ');
            }

            text.Append(isWord && !IsAbbreviation(name, at) ? char.ToLowerInvariant(name[at]) : Spaced(name[at]));
        }

        if (text.Length > 0)
        {
            text[0] = char.ToUpperInvariant(text[0]);
        }

        return text.ToString();
    }

    /// <summary>A value in one line, for hints.</summary>
    public static string Show(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static char Spaced(char letter) => letter is '_' or '-' ? ' ' : letter;

    private static bool IsAbbreviation(string name, int at) => at + 1 < name.Length && char.IsUpper(name[at + 1]);

    private static string? Own(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.String
            && !string.IsNullOrWhiteSpace(value.GetString())
            ? value.GetString()
            : null;

    private static string? Translated(JsonElement schema, string keyword) =>
        Texts(schema) is { ValueKind: JsonValueKind.Object } texts ? Own(texts, keyword) : null;

    private static JsonElement Words(JsonElement schema, string keyword) =>
        Texts(schema) is { ValueKind: JsonValueKind.Object } texts && texts.TryGetProperty(keyword, out var words)
            ? words
            : default;

    private static JsonElement Texts(JsonElement schema) =>
        schema.TryGetProperty(Translations, out var languages) && languages.ValueKind == JsonValueKind.Object
            && languages.TryGetProperty(ConsoleLanguages.Current, out var texts)
            ? texts
            : default;
}
