using System.Buffers;

namespace TwilioSimulator.Messages;

/// <summary>Counts the parts a text travels in: GSM-7 when every character is in that alphabet, else UCS-2.</summary>
internal static class SegmentCounter
{
    private const int GsmSingle = 160;
    private const int GsmPart = 153;
    private const int UcsSingle = 70;
    private const int UcsPart = 67;

    private static readonly SearchValues<char> GsmBasic = SearchValues.Create(
        "\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
        + "¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ");

    private static readonly SearchValues<char> GsmExtension =
        SearchValues.Create("\f[\\]^{|}~€");

    public static bool IsGsm(string text)
    {
        foreach (var character in text)
        {
            if (!GsmBasic.Contains(character) && !GsmExtension.Contains(character))
            {
                return false;
            }
        }

        return true;
    }

    public static int Count(string text) =>
        IsGsm(text)
            ? Pack(text, GsmSingle, GsmPart, GsmLength)
            : Pack(text, UcsSingle, UcsPart, UcsLength);

    /// <summary>Fills one part after the other; a symbol of two units never straddles two parts.</summary>
    private static int Pack(string text, int single, int part, Func<string, int, (int Chars, int Units)> measure)
    {
        var (parts, used, total) = (1, 0, 0);
        for (var index = 0; index < text.Length;)
        {
            var (chars, units) = measure(text, index);
            if (used + units > part)
            {
                parts++;
                used = 0;
            }

            used += units;
            total += units;
            index += chars;
        }

        return total <= single ? 1 : parts;
    }

    private static (int Chars, int Units) GsmLength(string text, int index) =>
        (1, GsmExtension.Contains(text[index]) ? 2 : 1);

    private static (int Chars, int Units) UcsLength(string text, int index)
    {
        var isPair = index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
        return isPair ? (2, 2) : (1, 1);
    }
}
