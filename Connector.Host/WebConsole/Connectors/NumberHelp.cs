using PhoneNumbers;

namespace Connector.Host.WebConsole;

/// <summary>What can be said of a telephone number while it is being typed.</summary>
internal sealed record NumberHelp
{
    // Longer than any number with its separators; keeps nonsense from the parser.
    private const int MaxLength = 40;

    private const int MaxCallingCode = 3;

    /// <summary>The library's region for numbers of no country.</summary>
    private const string NoCountry = "001";

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    /// <summary>ISO 3166-1 code of the country.</summary>
    public required string Region { get; init; }

    /// <summary>The country's name.</summary>
    public required string Country { get; init; }

    /// <summary>A mobile number of the country, in international form.</summary>
    public string? Example { get; init; }

    /// <summary>How people there write it; <see langword="null"/> as long as nobody could have the number.</summary>
    public string? National { get; init; }

    /// <summary>How everybody else writes it.</summary>
    public string? International { get; init; }

    /// <summary>Whether somebody could have the number.</summary>
    public bool IsPossible => International is not null;

    /// <summary>Whether numbers like this are given out in the country.</summary>
    public bool IsValid { get; init; }

    /// <summary>Looks at what has been typed.</summary>
    /// <param name="typed">Any text.</param>
    /// <param name="language">In which the country is named.</param>
    /// <returns><see langword="null"/> as long as it names no country.</returns>
    public static NumberHelp? Of(string? typed, string language)
    {
        var text = (typed ?? "").Trim();
        if (text.Length is 0 or > MaxLength || Digits(text) is not { Length: > 0 } digits)
        {
            return null;
        }

        return Parse(digits) is { } number ? Describe(number, language) : OfCallingCode(digits, language);
    }

    /// <summary>The name of a country in a language, or its code.</summary>
    public static string NameOf(string region, string language) =>
        new Locale("", region).GetDisplayCountry(language) is { Length: > 0 } name ? name : region;

    private static NumberHelp? Describe(PhoneNumber number, string language)
    {
        var region = Util.GetRegionCodeForNumber(number) ?? Util.GetRegionCodeForCountryCode(number.CountryCode);
        if (Begin(region, language) is not { } help
            || Util.IsPossibleNumberWithReason(number) != PhoneNumberUtil.ValidationResult.IS_POSSIBLE)
        {
            return Begin(region, language);
        }

        return help with
        {
            National = Util.Format(number, PhoneNumberFormat.NATIONAL),
            International = Util.Format(number, PhoneNumberFormat.INTERNATIONAL),
            IsValid = Util.IsValidNumber(number),
        };
    }

    private static NumberHelp? OfCallingCode(string digits, string language) => Enumerable
        .Range(1, Math.Min(MaxCallingCode, digits.Length))
        .Select(length => int.Parse(digits.AsSpan(0, length), System.Globalization.CultureInfo.InvariantCulture))
        .Select(code => Begin(Util.GetRegionCodeForCountryCode(code), language))
        .FirstOrDefault(help => help is not null);

    private static NumberHelp? Begin(string? region, string language) => region is null or NoCountry or "ZZ"
        ? null
        : new NumberHelp { Region = region, Country = NameOf(region, language), Example = ExampleOf(region) };

    private static string? ExampleOf(string region) =>
        Util.GetExampleNumberForType(region, PhoneNumberType.MOBILE) is { } example
            ? Util.Format(example, PhoneNumberFormat.INTERNATIONAL)
            : null;

    // As the host reads numbers: 00 is how most countries dial out, and the plus sign may be missing.
    private static string Digits(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    private static PhoneNumber? Parse(string digits)
    {
        try
        {
            return Util.Parse($"+{digits}", defaultRegion: null);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
