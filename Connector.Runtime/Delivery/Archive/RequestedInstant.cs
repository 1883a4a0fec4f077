using System.Globalization;

namespace Connector.Runtime.Delivery;

/// <summary>Reads instants as callers write them into addresses and command lines.</summary>
internal static class RequestedInstant
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <returns><see langword="null"/> for what is no instant since 1970.</returns>
    public static DateTimeOffset? Parse(string text)
    {
        // An unescaped plus sign in an address arrives as a space.
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var isRead = DateTimeOffset.TryParseExact(
            text.Replace(' ', '+'), Formats, CultureInfo.InvariantCulture, Utc, out var instant);
        return isRead && instant >= DateTimeOffset.UnixEpoch ? instant : null;
    }
}
