using System.Globalization;
using Connector.Abstractions.Templates;

namespace Connector.Host.WebConsole;

/// <summary>
/// Characters outside the GSM-7 alphabet, of which one makes the whole message cost more, and what to write instead.
/// </summary>
internal static class OddCharacters
{
    private const string Letters = "áíóúâêîôûãõëïẽĩũāēīōūąęłńśźżćçčšžřďťňěůőűășțşţğıýÿ";
    private const string Plain = "aiouaeiouaoeieiuaeiouaelnszzcccszrdtneuouaststgiyy";
    private const string LargeLetters = "ÁÀÍÌÓÒÚÙÂÊÎÔÛÃÕËÏÈĄĘŁŃŚŹŻĆČŠŽŘŮŐŰĂȘȚŞŢĞİÝ";
    private const string LargePlain = "AAIIOOUUAEIOUAOEIEAELNSZZCCSZRUOUASTSTGIY";

    private static readonly Dictionary<string, (string Name, string Instead)> Known = new(StringComparer.Ordinal)
    {
        ["’"] = ("Character.Apostrophe", "'"), ["‘"] = ("Character.Apostrophe", "'"),
        ["`"] = ("Character.Backtick", "'"), ["´"] = ("Character.Apostrophe", "'"),
        ["“"] = ("Character.Quote", "\""), ["”"] = ("Character.Quote", "\""), ["„"] = ("Character.Quote", "\""),
        ["«"] = ("Character.Quote", "\""), ["»"] = ("Character.Quote", "\""),
        ["–"] = ("Character.Dash", "-"), ["—"] = ("Character.Dash", "-"), ["‑"] = ("Character.Dash", "-"),
        ["−"] = ("Character.Dash", "-"), ["…"] = ("Character.Ellipsis", "..."), ["•"] = ("Character.Bullet", "*"),
        ["·"] = ("Character.Bullet", "."), ["\u00a0"] = ("Character.HardSpace", " "),
        ["\u202f"] = ("Character.HardSpace", " "), ["\u2009"] = ("Character.HardSpace", " "),
        ["\t"] = ("Character.Tab", " "), ["\u200b"] = ("Character.Invisible", ""),
        ["\u200d"] = ("Character.Invisible", ""), ["\u00ad"] = ("Character.Invisible", ""),
        ["\ufeff"] = ("Character.Invisible", ""), ["™"] = ("Character.Sign", "TM"), ["©"] = ("Character.Sign", "(c)"),
        ["®"] = ("Character.Sign", "(R)"),
    };

    /// <summary>The first place of each, as people count: from 1, a flag or a face as one.</summary>
    public static IReadOnlyList<OddCharacter> Find(string text)
    {
        var found = new Dictionary<string, OddCharacter>(StringComparer.Ordinal);
        var elements = StringInfo.GetTextElementEnumerator(text);
        for (var place = 1; elements.MoveNext(); place++)
        {
            var element = elements.GetTextElement();
            if (Gsm7Alphabet.IndexOfUnsupported(element) >= 0 && !found.ContainsKey(element))
            {
                found.Add(element, Describe(element, place));
            }
        }

        return [.. found.Values];
    }

    private static OddCharacter Describe(string element, int place)
    {
        if (Known.TryGetValue(element, out var known))
        {
            return new OddCharacter(element, place, known.Name, known.Instead);
        }

        return PlainLetter(element) is { } letter
            ? new OddCharacter(element, place, "Character.Letter", letter)
            : new OddCharacter(
                element, place, element.Length > 1 ? "Character.Emoji" : "Character.Other", Instead: null);
    }

    private static string? PlainLetter(string element)
    {
        if (element.Length != 1)
        {
            return null;
        }

        var small = Letters.IndexOf(element[0]);
        var large = LargeLetters.IndexOf(element[0]);
        return small >= 0 ? $"{Plain[small]}" : large >= 0 ? $"{LargePlain[large]}" : null;
    }
}
