using Connector.Abstractions;
using Connector.Runtime.Connectors;
using PhoneNumbers;
using PhoneNumber = Connector.Abstractions.PhoneNumber;

namespace Connector.Runtime.Delivery;

/// <summary>Reads telephone numbers as callers write them.</summary>
internal static class RecipientNumber
{
    // Longer than any number with its separators; keeps nonsense from the parser.
    private const int MaxLength = 40;

    // The library's name for networks that span the world, such as satellites.
    private const string NoCountry = "001";

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    /// <summary>Normalises to E.164. A missing plus sign is added: identity servers leave it out.</summary>
    /// <exception cref="ConnectorRequestException">It can't be a number that someone could have.</exception>
    public static PhoneNumber Parse(string? text, string pointer)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Invalid(pointer, "is missing. Give the number with its country code, such as +14155550100.");
        }

        return text.Length <= MaxLength && TryNormalize(text.Trim()) is { } phone
            ? phone
            : throw Invalid(
                pointer, "can't be a telephone number. Give it with its country code, such as +14155550100.");
    }

    /// <summary>The country of a number, ISO 3166-1; <see langword="null"/> for numbers of no country.</summary>
    public static string? Country(PhoneNumber phone)
    {
        try
        {
            var region = Util.GetRegionCodeForNumber(Util.Parse(phone.E164, defaultRegion: null));
            return region is NoCountry ? null : region;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static PhoneNumber? TryNormalize(string text)
    {
        try
        {
            var international = text[0] is '+' or '＋' ? text : $"+{WithoutExitCode(text)}";
            var number = Util.Parse(international, defaultRegion: null);
            return Util.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                && !number.HasExtension
                && PhoneNumber.TryParse(Util.Format(number, PhoneNumberFormat.E164), out var phone)
                ? phone
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    // 00 is how most countries dial out, and no country code begins with a zero.
    private static string WithoutExitCode(string text) =>
        text.StartsWith("00", StringComparison.Ordinal) ? text[2..] : text;

    private static ConnectorRequestException Invalid(string pointer, string what) =>
        new(ConnectorRequestKind.Invalid, "phone_invalid", "The telephone number is invalid", "Nothing was sent.")
        {
            Issues = [new ConfigIssue(pointer, $"{pointer.TrimStart('/')} {what}")],
        };
}
