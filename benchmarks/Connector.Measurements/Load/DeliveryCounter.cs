using System.Diagnostics.Metrics;

namespace Connector.Measurements.Load;

/// <summary>Counts what the load connectors of this process accept. Thread-safe.</summary>
internal sealed class DeliveryCounter : IDisposable
{
    private readonly MeterListener listener = new();
    private long count;

    public DeliveryCounter()
    {
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "LoadConnector")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, sent, _, _) => Interlocked.Add(ref count, sent));
        listener.Start();
    }

    public long Count => Volatile.Read(ref count);

    public void Dispose() => listener.Dispose();
}
