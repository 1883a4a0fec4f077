using System.Buffers;

namespace TwilioSimulator.Http;

/// <summary>Twilio's identifiers: two letters and 32 hexadecimal digits.</summary>
internal static class TwilioSid
{
    private const int Digits = 32;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    public static string New(string prefix) => prefix + Guid.NewGuid().ToString("N");

    public static bool IsValid(string text, string prefix) =>
        text.Length == prefix.Length + Digits
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && text.AsSpan(prefix.Length).IndexOfAnyExcept(Hexadecimal) < 0;
}
