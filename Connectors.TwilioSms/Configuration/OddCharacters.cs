using System.Globalization;
using System.Text;
using Connector.Abstractions.Templates;

namespace Connectors.TwilioSms.Configuration;

/// <summary>
/// Finds the few characters, such as a curly quote or an emoji, that make a text in a Latin script need twice the
/// parts. A text in another script needs them anyway, and isn't remarked on.
/// </summary>
internal static class OddCharacters
{
    private const int Few = 3;
    private const int LastLatinLetter = 0x24F;

    public static string? Describe(string text)
    {
        List<Rune> odd = [.. text.EnumerateRunes().Where(IsUnsupported).Distinct()];
        if (odd.Count is 0 or > Few || odd.Exists(IsOtherScript))
        {
            return null;
        }

        var now = SmsSegmentation.Of(text);
        var without = SmsSegmentation.Of(string.Concat(text.EnumerateRunes().Where(rune => !IsUnsupported(rune))));
        return $"Not in the SMS alphabet: {string.Join(", ", odd.Select(Name))}. "
            + $"The message takes {Parts(now)} of 70 characters instead of {Parts(without)} of 160.";
    }

    private static bool IsUnsupported(Rune rune)
    {
        Span<char> characters = stackalloc char[2];
        return Gsm7Alphabet.IndexOfUnsupported(characters[..rune.EncodeToUtf16(characters)]) >= 0;
    }

    private static bool IsOtherScript(Rune rune) => Rune.IsLetter(rune) && rune.Value > LastLatinLetter;

    private static string Name(Rune rune) =>
        string.Create(CultureInfo.InvariantCulture, $"'{rune}' (U+{rune.Value:X4})");

    private static string Parts(SmsSegmentation segmentation) => segmentation.Segments == 1
        ? "1 part"
        : string.Create(CultureInfo.InvariantCulture, $"{segmentation.Segments} parts");
}
