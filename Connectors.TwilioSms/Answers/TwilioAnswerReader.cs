using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Connectors.TwilioSms.Answers;

/// <summary>
/// Reads Twilio's messages and errors. A member of an unexpected type is passed over, so that one oddity never makes
/// an accepted message look lost; what isn't a JSON object says nothing at all.
/// </summary>
internal static class TwilioAnswerReader
{
    private const int LongestSid = 64;

    private static readonly SearchValues<byte> WordCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8);

    public static TwilioAnswer Read(ReadOnlySpan<byte> json)
    {
        if (json.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..])
        {
            return default;
        }

        try
        {
            return ReadObject(json);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static TwilioAnswer ReadObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var answer = default(TwilioAnswer);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader, ref answer);
        }

        // What follows the object must not be more text: half an answer is none.
        return reader.Read() ? default : answer;
    }

    private static void ReadMember(ref Utf8JsonReader reader, ref TwilioAnswer answer)
    {
        var name = reader.ValueSpan;
        reader.Read();
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        // By length first, for most members of a message don't count.
        switch (name.Length)
        {
            case 3 when name.SequenceEqual("sid"u8):
                answer.Sid = ReadSid(in reader);
                break;
            case 4 when name.SequenceEqual("code"u8):
                answer.Code = TwilioCode.Read(in reader);
                break;
            case 5 when name.SequenceEqual("price"u8):
                answer.Price = ReadPrice(in reader);
                break;
            case 6 when name.SequenceEqual("status"u8):
                answer.HasFailed = IsFailure(in reader);
                break;
            case 10 when name.SequenceEqual("error_code"u8):
                answer.Code = TwilioCode.Read(in reader);
                break;
            case 10 when name.SequenceEqual("price_unit"u8):
                answer.Currency = ReadCurrency(in reader);
                break;
            case 12 when name.SequenceEqual("num_segments"u8):
                answer.Segments = ReadSegments(in reader);
                break;
        }
    }

    private static bool IsScalar(ref readonly Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.Number;

    private static string? ReadSid(ref readonly Utf8JsonReader reader) =>
        reader is { TokenType: JsonTokenType.String, ValueSpan.Length: > 0 and <= LongestSid }
        && IsWord(reader.ValueSpan)
            ? Encoding.ASCII.GetString(reader.ValueSpan)
            : null;

    private static bool IsWord(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(WordCharacters);

    private static bool IsFailure(ref readonly Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
        && (reader.ValueTextEquals("failed"u8)
            || reader.ValueTextEquals("undelivered"u8)
            || reader.ValueTextEquals("canceled"u8));

    private static int? ReadSegments(ref readonly Utf8JsonReader reader) =>
        IsScalar(in reader)
        && Utf8Parser.TryParse(reader.ValueSpan, out int count, out var read)
        && read == reader.ValueSpan.Length
        && count > 0
            ? count
            : null;

    private static decimal? ReadPrice(ref readonly Utf8JsonReader reader) =>
        IsScalar(in reader)
        && Utf8Parser.TryParse(reader.ValueSpan, out decimal price, out var read)
        && read == reader.ValueSpan.Length
            ? Math.Abs(price)
            : null;

    private static string? ReadCurrency(ref readonly Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length != 3 || !IsWord(reader.ValueSpan))
        {
            return null;
        }

        // Nearly all accounts are billed in it, and an equal string is one allocation less.
        return reader.ValueTextEquals("USD"u8) ? "USD" : Encoding.ASCII.GetString(reader.ValueSpan).ToUpperInvariant();
    }
}
