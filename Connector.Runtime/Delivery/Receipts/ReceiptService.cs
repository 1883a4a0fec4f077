using System.Collections.Concurrent;
using Connector.Abstractions.Capabilities;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Takes the delivery receipts that providers post. Thread-safe.</summary>
public sealed class ReceiptService
{
    // Anybody can post forged ones; the log must not grow with them.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, long> untrustedSince = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReceiptReaders readers;
    private readonly ReceiptBook book;
    private readonly EarlyReceipts early;
    private readonly TimeProvider timeProvider;
    private readonly ILogger<ReceiptService> logger;

    internal ReceiptService(
        ReceiptReaders readers,
        ReceiptBook book,
        EarlyReceipts early,
        TimeProvider timeProvider,
        ILogger<ReceiptService> logger)
    {
        this.readers = readers;
        this.book = book;
        this.early = early;
        this.timeProvider = timeProvider;
        this.logger = logger;
    }

    /// <summary>Lets the connector check the signature, then applies what the provider reports.</summary>
    /// <param name="connector">The connector that the address names.</param>
    /// <param name="arrival">The request.</param>
    /// <param name="cancellationToken">Fires when the provider has gone; what was read is applied all the same.</param>
    /// <returns>
    /// What the request was. Receipts that are late, doubled or out of order are taken without effect.
    /// </returns>
    /// <exception cref="StorageException">
    /// What it reports could not be stored; the provider should repeat it.
    /// </exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> fired before it was read.
    /// </exception>
    public async Task<ReceiptVerdict> ReceiveAsync(
        string connector, ReceiptArrival arrival, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        if (readers.Find(connector, arrival.Target) is not { } reader)
        {
            return ReceiptVerdict.NotFound;
        }

        var result = await readers.ReadAsync(reader, arrival, cancellationToken);
        switch (result.Value)
        {
            case ReceiptReading.Verified verified:
                await ApplyAsync(reader.Name, ReceiptAddress.Read(arrival.Target), verified);
                return ReceiptVerdict.Taken;
            case ReceiptReading.Untrusted:
                LogUntrusted(reader.Name);
                return ReceiptVerdict.Untrusted;
            case ReceiptReading.Malformed:
                ReceiptLog.Malformed(logger, reader.Name);
                return ReceiptVerdict.Malformed;
            default:
                ReceiptLog.Unread(logger, reader.Name, result.End, result.Fault);
                return ReceiptVerdict.Unread;
        }
    }

    private async Task ApplyAsync(string connector, ReceiptAddress address, ReceiptReading.Verified verified)
    {
        // Whatever its type promises, a plugin can leave the list out.
        foreach (var report in verified.Receipts ?? [])
        {
            if (ReceivedReceipt.From(connector, address, report) is not { } receipt)
            {
                continue;
            }

            var effect = await book.ApplyAsync(receipt);
            if (effect == ReceiptEffect.NoMessage)
            {
                await early.KeepAsync(receipt);
            }

            ReceiptLog.Applied(logger, connector, receipt.Status, effect);
        }
    }

    private void LogUntrusted(string connector)
    {
        var now = timeProvider.GetTimestamp();
        var isFirst = untrustedSince.TryAdd(connector, now);
        if (isFirst || (untrustedSince.TryGetValue(connector, out var since)
            && timeProvider.GetElapsedTime(since, now) >= Silence
            && untrustedSince.TryUpdate(connector, now, since)))
        {
            ReceiptLog.Untrusted(logger, connector, Silence);
        }
    }
}
