using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Connector.Abstractions.Templates;

/// <summary>
/// Writes numbers in ECMAScript's form (ECMA-262, Number::toString) in every culture, but whole numbers of up to 21
/// digits, which ECMAScript would round, exactly as they are.
/// </summary>
internal static class JsonNumberText
{
    private const int MaxPlainDigits = 21;
    private const int MaxLeadingZeros = 6;

    public static void Append(ref TextBuffer text, JsonElement number)
    {
        var raw = JsonMarshal.GetRawUtf8Value(number);
        if (IsPlainWhole(raw))
        {
            AppendAscii(ref text, raw);
            return;
        }

        AppendDouble(ref text, number.GetDouble());
    }

    // A minus zero isn't plain: ECMAScript writes it without its sign.
    private static bool IsPlainWhole(ReadOnlySpan<byte> raw)
    {
        var digits = raw[0] == '-' ? raw[1..] : raw;
        return digits.Length <= MaxPlainDigits
            && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && (digits[0] != '0' || digits.Length == raw.Length);
    }

    private static void AppendAscii(ref TextBuffer text, ReadOnlySpan<byte> ascii)
    {
        foreach (var digit in ascii)
        {
            text.Append((char)digit);
        }
    }

    private static void AppendDouble(ref TextBuffer text, double value)
    {
        if (value < 0)
        {
            text.Append('-');
        }

        AppendAbsolute(ref text, Math.Abs(value));
    }

    // "R" gives the fewest digits that read back as the same number, but its own choice of notation.
    private static void AppendAbsolute(ref TextBuffer text, double value)
    {
        Span<char> scratch = stackalloc char[32];
        value.TryFormat(scratch, out var written, "R", CultureInfo.InvariantCulture);
        var shortest = scratch[..written];
        var exponentAt = shortest.IndexOf('E');
        if (exponentAt < 0)
        {
            text.Append(shortest);
            return;
        }

        var exponent = int.Parse(
            shortest[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[exponentAt];
        AppendScientific(ref text, WithoutPoint(shortest[..exponentAt], digits), exponent);
    }

    private static ReadOnlySpan<char> WithoutPoint(ReadOnlySpan<char> mantissa, Span<char> digits)
    {
        digits[0] = mantissa[0];
        if (mantissa.Length <= 2)
        {
            return digits[..1];
        }

        mantissa[2..].CopyTo(digits[1..]);
        return digits[..(mantissa.Length - 1)];
    }

    private static void AppendScientific(ref TextBuffer text, scoped ReadOnlySpan<char> digits, int exponent)
    {
        if (exponent is >= 0 and < MaxPlainDigits)
        {
            var whole = Math.Min(digits.Length, exponent + 1);
            text.Append(digits[..whole]);
            AppendZeros(ref text, exponent + 1 - whole);
            AppendFraction(ref text, digits[whole..]);
        }
        else if (exponent is < 0 and >= -MaxLeadingZeros)
        {
            text.Append("0.");
            AppendZeros(ref text, -exponent - 1);
            text.Append(digits);
        }
        else
        {
            text.Append(digits[..1]);
            AppendFraction(ref text, digits[1..]);
            text.Append(exponent < 0 ? "e-" : "e+");
            AppendWhole(ref text, Math.Abs(exponent));
        }
    }

    private static void AppendFraction(ref TextBuffer text, scoped ReadOnlySpan<char> digits)
    {
        if (digits.Length > 0)
        {
            text.Append('.');
            text.Append(digits);
        }
    }

    private static void AppendZeros(ref TextBuffer text, int count)
    {
        for (var i = 0; i < count; i++)
        {
            text.Append('0');
        }
    }

    private static void AppendWhole(ref TextBuffer text, int value)
    {
        value.TryFormat(text.Reserve(11), out var written, provider: CultureInfo.InvariantCulture);
        text.Commit(written);
    }
}
