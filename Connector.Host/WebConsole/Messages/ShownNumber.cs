using Connector.Abstractions;

namespace Connector.Host.WebConsole;

/// <summary>A full number on a page: for a minute, or until the page is left.</summary>
internal sealed class ShownNumber(TimeProvider timeProvider, Action whenHidden) : IDisposable
{
    /// <summary>How long it is shown.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(1);

    private ITimer? timer;

    /// <summary>The number.</summary>
    /// <value><see langword="null"/> when none is shown.</value>
    public string? Text { get; private set; }

    public void Show(PhoneNumber number)
    {
        Hide();
        Text = number.E164;
        timer = timeProvider.CreateTimer(_ => EndOfTime(), state: null, ShownFor, Timeout.InfiniteTimeSpan);
    }

    public void Hide()
    {
        Text = null;
        timer?.Dispose();
        timer = null;
    }

    public void Dispose() => Hide();

    private void EndOfTime()
    {
        Hide();
        whenHidden();
    }
}
