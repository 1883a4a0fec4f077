using Connector.Abstractions.Capabilities;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>Finds the connectors that read receipts, and lets them. Thread-safe.</summary>
internal sealed class ReceiptReaders(ConnectorTable table, ConnectorCalls calls, ReceiptUrls urls)
{
    /// <param name="connector">The connector that the called address names.</param>
    /// <param name="target">Path and query of that address.</param>
    /// <returns>
    /// <see langword="null"/> when there is no such connector, it takes no receipts, or nobody outside could call it.
    /// </returns>
    public FoundReader? Find(string connector, string target) =>
        urls.Called(target) is { } url
        && table.Current.Find(connector)?.Running is { } running
        && running.Find<IDeliveryReceiptReader>() is { } reader
            ? new FoundReader(running, reader, url)
            : null;

    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public Task<CallResult<ReceiptReading>> ReadAsync(
        FoundReader found, ReceiptArrival arrival, CancellationToken cancellationToken)
    {
        var request = new ReceiptRequest
        {
            Method = arrival.Method,
            Url = found.Url,
            Headers = arrival.Headers,
            Body = arrival.Body,
        };
        return calls.RunAsync(
            found.Connector, token => found.Reader.ReadReceiptAsync(request, token).AsTask(), cancellationToken);
    }

    /// <summary>A connector that reads receipts.</summary>
    /// <param name="Connector">The connector.</param>
    /// <param name="Reader">Its code: only for <see cref="ReadAsync"/>.</param>
    /// <param name="Url">The address that was called, as the provider knows it.</param>
    internal sealed record FoundReader(RunningConnector Connector, IDeliveryReceiptReader Reader, string Url)
    {
        public string Name => Connector.Name;
    }
}
