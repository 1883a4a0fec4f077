using System.Globalization;
using System.Text;
using System.Text.Json;
using Connector.Abstractions;
using Connectors.TwilioSms.Errors;

namespace Connectors.TwilioSms.Answers;

/// <summary>An error code as Twilio wrote it; digits only, so that it may be shown and logged.</summary>
/// <param name="Text">The digits.</param>
internal readonly record struct TwilioCode(string Text)
{
    private const int MostDigits = 20;

    public RefusalReason? Reason =>
        int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? TwilioErrors.Find(code)
            : null;

    /// <summary>Reads a number, or a string of digits.</summary>
    public static TwilioCode? Read(ref readonly Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.Number or JsonTokenType.String ? Of(reader.ValueSpan) : null;

    public static TwilioCode? Of(ReadOnlySpan<byte> digits) =>
        digits.Length is 0 or > MostDigits || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            ? null
            : new TwilioCode(Encoding.ASCII.GetString(digits));
}
