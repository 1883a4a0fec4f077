namespace Connector.Abstractions.Templates;

/// <summary>How a text is coded and divided into the parts that providers bill. Thread-safe.</summary>
/// <param name="Encoding">How the characters are coded.</param>
/// <param name="Units">Length in septets (GSM-7) or UTF-16 units (UCS-2).</param>
/// <param name="Segments">How many parts; 0 for an empty text.</param>
public readonly record struct SmsSegmentation(SmsEncoding Encoding, int Units, int Segments)
{
    private const int Gsm7Single = 160;
    private const int Gsm7Part = 153;
    private const int Ucs2Single = 70;
    private const int Ucs2Part = 67;

    /// <summary>Measures a text. Allocates nothing.</summary>
    /// <param name="text">The text as it will be sent.</param>
    /// <returns>Its encoding, length and number of parts.</returns>
    public static SmsSegmentation Of(ReadOnlySpan<char> text)
    {
        if (Gsm7Alphabet.IsBasicOnly(text))
        {
            return new SmsSegmentation(SmsEncoding.Gsm7, text.Length, Divide(text.Length, Gsm7Single, Gsm7Part));
        }

        return Gsm7Alphabet.IndexOfUnsupported(text) < 0 ? OfGsm7(text) : OfUcs2(text);
    }

    private static int Divide(int units, int single, int part) => units switch
    {
        0 => 0,
        _ when units <= single => 1,
        _ => (units + part - 1) / part,
    };

    private static SmsSegmentation OfGsm7(ReadOnlySpan<char> text)
    {
        var parts = new PartCounter(Gsm7Part);
        int at;
        while ((at = Gsm7Alphabet.IndexOfExtension(text)) >= 0)
        {
            parts.AddSingles(at);
            parts.AddPair();
            text = text[(at + 1)..];
        }

        parts.AddSingles(text.Length);
        return new SmsSegmentation(SmsEncoding.Gsm7, parts.Units, parts.Units <= Gsm7Single ? 1 : parts.Count);
    }

    private static SmsSegmentation OfUcs2(ReadOnlySpan<char> text)
    {
        var parts = new PartCounter(Ucs2Part);
        var done = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
            {
                parts.AddSingles(i - 1 - done);
                parts.AddPair();
                done = i + 1;
            }
        }

        parts.AddSingles(text.Length - done);
        return new SmsSegmentation(SmsEncoding.Ucs2, parts.Units, parts.Units <= Ucs2Single ? 1 : parts.Count);
    }
}
