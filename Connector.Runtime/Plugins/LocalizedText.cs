using System.Globalization;

namespace Connector.Runtime.Plugins;

/// <summary>A text in several languages, always with English. Immutable.</summary>
public sealed class LocalizedText
{
    private const string Fallback = "en";
    private readonly Dictionary<string, string> byLanguage;

    internal LocalizedText(IEnumerable<KeyValuePair<string, string>> texts) =>
        byLanguage = new Dictionary<string, string>(texts, StringComparer.OrdinalIgnoreCase);

    /// <summary>The texts by BCP 47 language tag, which compare without case.</summary>
    public IReadOnlyDictionary<string, string> ByLanguage => byLanguage;

    /// <summary>Picks the text a person wants.</summary>
    /// <param name="acceptLanguage">
    /// An <c>Accept-Language</c> header or one tag. <c>pt-BR</c> falls back to <c>pt</c>, everything to English.
    /// </param>
    /// <returns>The text in the most wanted language there is.</returns>
    public string Localize(string? acceptLanguage)
    {
        foreach (var tag in Preferred(acceptLanguage ?? ""))
        {
            if (Find(tag) is { } text)
            {
                return text;
            }
        }

        return Find(Fallback) ?? "";
    }

    private string? Find(string tag)
    {
        while (true)
        {
            if (byLanguage.TryGetValue(tag, out var text))
            {
                return text;
            }

            var dash = tag.LastIndexOf('-');
            if (dash < 0)
            {
                return null;
            }

            tag = tag[..dash];
        }
    }

    private static IEnumerable<string> Preferred(string acceptLanguage) => acceptLanguage
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(ParseRange)
        .Where(range => range.Weight > 0 && range.Tag.Length > 0)
        .OrderByDescending(range => range.Weight)
        .Select(range => range.Tag);

    private static (string Tag, double Weight) ParseRange(string range)
    {
        var parts = range.Split(';', StringSplitOptions.TrimEntries);
        foreach (var part in parts.Skip(1))
        {
            if (part.StartsWith("q=", StringComparison.OrdinalIgnoreCase))
            {
                var valid = double.TryParse(
                    part.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight);
                return (parts[0], valid ? weight : 0);
            }
        }

        return (parts[0], 1);
    }
}
