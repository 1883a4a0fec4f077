using System.Globalization;
using Microsoft.JSInterop;

namespace Connector.Host.WebConsole;

/// <summary>Shows instants as the clock of the person at the browser does. One for each open console.</summary>
internal sealed class BrowserClock(IJSRuntime browser, TimeProvider timeProvider)
{
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    /// <summary>Asks the browser for its time zone; before, everything is shown in UTC.</summary>
    public async Task LearnAsync()
    {
        var name = await browser.InvokeAsync<string>("consoleHost.timeZone");
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found))
        {
            zone = found;
        }
    }

    /// <summary>Such as <c>14:03:27</c>, with the date unless it is today.</summary>
    public string Show(DateTimeOffset instant)
    {
        var there = TimeZoneInfo.ConvertTime(instant, zone);
        var today = TimeZoneInfo.ConvertTime(timeProvider.GetUtcNow(), zone).Date;
        return there.ToString(
            there.Date == today ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Date, time and zone, for who looks closely.</summary>
    public string ShowExactly(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm:ss.fff zzz", CultureInfo.InvariantCulture);

    /// <summary>What that clock shows, as a field for date and time has it.</summary>
    public string ToField(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>When that clock shows what is in a field; the later one where it shows it twice.</summary>
    /// <returns><see langword="null"/> for an empty field.</returns>
    public DateTimeOffset? FromField(string? field) =>
        DateTime.TryParse(field, CultureInfo.InvariantCulture, out var there)
            ? new DateTimeOffset(there, zone.GetUtcOffset(there)).ToUniversalTime()
            : null;
}
