using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>A connector that reads receipts as the test says, and remembers what it was given.</summary>
internal sealed class ReadingConnector(Func<CancellationToken, ValueTask<ReceiptReading>> read)
    : ISmsConnector, IDeliveryReceiptReader
{
    public ReceiptRequest? Received { get; private set; }

    public static ReadingConnector Saying(ReceiptReading reading) => new(_ => ValueTask.FromResult(reading));

    public static ReadingConnector Reporting(params DeliveryReceipt[] receipts) =>
        Saying(new ReceiptReading.Verified(receipts));

    public Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Refused(RefusalReason.NotAttempted));

    public ValueTask<ReceiptReading> ReadReceiptAsync(ReceiptRequest request, CancellationToken cancellationToken)
    {
        Received = request;
        return read(cancellationToken);
    }
}
