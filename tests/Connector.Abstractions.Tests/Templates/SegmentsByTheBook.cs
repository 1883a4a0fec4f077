using Connector.Abstractions.Templates;

namespace Connector.Abstractions.Tests;

/// <summary>Counts by building each part as a list of code units: slow, and unlike the code under test.</summary>
internal static class SegmentsByTheBook
{
    private const string Extension = "\f^{}\\[~]|€";

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    public static SmsSegmentation Of(string text)
    {
        var isGsm7 = text.All(character => (Basic + Extension).Contains(character, StringComparison.Ordinal));
        var costs = isGsm7 ? text.Select(CostInSeptets).ToList() : CostsInUnits(text);
        var (single, part) = isGsm7 ? (160, 153) : (70, 67);
        var units = costs.Sum();
        var segments = units <= single ? Math.Min(units, 1) : Parts(costs, part).Count;
        return new SmsSegmentation(isGsm7 ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2, units, segments);
    }

    private static int CostInSeptets(char character) => Extension.Contains(character, StringComparison.Ordinal) ? 2 : 1;

    // The enumerator gives U+FFFD, one unit long, for half a pair.
    private static List<int> CostsInUnits(string text) =>
        text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength).ToList();

    private static List<List<int>> Parts(List<int> costs, int size)
    {
        var parts = new List<List<int>> { new() };
        foreach (var cost in costs)
        {
            if (parts[^1].Sum() + cost > size)
            {
                parts.Add([]);
            }

            parts[^1].Add(cost);
        }

        return parts;
    }
}
