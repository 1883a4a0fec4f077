using System.Globalization;
using Connector.Measurements.Reporting;

namespace Connector.Measurements.Load;

/// <summary>Says each second how fast a load goes.</summary>
internal sealed class LoadProgress(ProgressLine line, string name) : IDisposable
{
    private readonly DeliveryCounter deliveries = new();

    /// <summary>Of the load connectors in this process; another one may be counted in its place.</summary>
    public Func<long> Delivered { get; set; } = static () => 0;

    /// <summary>Hears how many calls have ended.</summary>
    public Action<long> Of(string part)
    {
        var (accepted, delivered) = (0L, deliveries.Count + Delivered());
        return now =>
        {
            var sent = deliveries.Count + Delivered();
            line.Report(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, {part}: {now - accepted:N0}/s accepted, {sent - delivered:N0}/s sent"));
            (accepted, delivered) = (now, sent);
        };
    }

    public void Dispose() => deliveries.Dispose();
}
