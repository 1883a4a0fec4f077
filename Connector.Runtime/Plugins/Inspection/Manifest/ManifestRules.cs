namespace Connector.Runtime.Plugins;

/// <summary>What each text of a manifest may be. A rule gives the fault, completing "/member …", or nothing.</summary>
internal static class ManifestRules
{
    private const int ShortestId = 3;
    private const int LongestId = 64;
    private const int LongestSubtag = 8;

    public static string? Id(string text) => IsId(text)
        ? null
        : $"must be {ShortestId} to {LongestId} characters: lower-case words joined by hyphens, such as acme-sms";

    public static string? Type(string text) => text == "Sms" ? null : "must be Sms";

    public static string? NotEmpty(string text) => string.IsNullOrWhiteSpace(text) ? "must not be empty" : null;

    public static string? FileName(string text) =>
        text.Length > 0 && text[0] != '.' && text.AsSpan().IndexOfAny('/', '\\', ':') < 0
            ? null
            : "must be a file name without a folder";

    public static string? Picture(string text) =>
        FileName(text) ?? (PictureType.Of(text) is null ? "must name an .svg or .png file" : null);

    public static string? HttpsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? null
            : "must be an https address";

    /// <summary>Whether a text has the form of a BCP 47 tag.</summary>
    /// <param name="text">Such as <c>es</c> or <c>zh-Hant-TW</c>.</param>
    /// <returns>True for a language of two or three letters and further subtags.</returns>
    public static bool IsLanguageTag(string text)
    {
        var subtags = text.Split('-');
        return subtags[0].Length is 2 or 3
            && subtags[0].All(char.IsAsciiLetter)
            && subtags.All(subtag =>
                subtag.Length is > 0 and <= LongestSubtag && subtag.All(char.IsAsciiLetterOrDigit));
    }

    private static bool IsId(string text)
    {
        if (text.Length is < ShortestId or > LongestId || !char.IsAsciiLetterLower(text[0]) || text[^1] == '-')
        {
            return false;
        }

        for (var i = 1; i < text.Length; i++)
        {
            var isHyphen = text[i] == '-' && text[i - 1] != '-';
            if (!isHyphen && !char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
