using System.Text.RegularExpressions;

namespace TwilioSimulator.Messages;

/// <summary>The forms an address can have.</summary>
internal static partial class Addresses
{
    public static bool IsNumber(string text) => Number().IsMatch(text);

    public static bool IsChannel(string text) => Channel().IsMatch(text);

    public static bool IsShortCode(string text) => ShortCode().IsMatch(text);

    public static bool IsAlphanumeric(string text) =>
        Alphanumeric().IsMatch(text) && text.Any(char.IsAsciiLetter);

    [GeneratedRegex("^\\+[1-9][0-9]{6,14}$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("^[a-z]+:.+$", RegexOptions.NonBacktracking)]
    private static partial Regex Channel();

    [GeneratedRegex("^[0-9]{3,8}$", RegexOptions.NonBacktracking)]
    private static partial Regex ShortCode();

    [GeneratedRegex("^[A-Za-z0-9 &_+-]{1,11}$", RegexOptions.NonBacktracking)]
    private static partial Regex Alphanumeric();
}
