using System.Globalization;

namespace Connector.Host.Api;

/// <summary>
/// Reads <c>Prefer: wait=N</c> (RFC 7240). A preference that makes no sense is ignored, as the RFC asks.
/// </summary>
internal static class PreferHeader
{
    public const string Name = "Prefer";

    private const string AppliedName = "Preference-Applied";
    private const int MaxSeconds = 30;

    /// <summary>
    /// How many seconds the caller would wait, at most 30; <see langword="null"/> when it doesn't say.
    /// </summary>
    public static int? ReadWait(string? header)
    {
        foreach (var preference in (header ?? "").Split(','))
        {
            var pair = preference.Split(';')[0].Split('=', StringSplitOptions.TrimEntries);
            if (pair is ["wait" or "Wait", var value]
                && int.TryParse(value.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            {
                return Math.Min(seconds, MaxSeconds);
            }
        }

        return null;
    }

    public static void ConfirmWait(HttpResponse response, int seconds) =>
        response.Headers[AppliedName] = string.Create(CultureInfo.InvariantCulture, $"wait={seconds}");
}
