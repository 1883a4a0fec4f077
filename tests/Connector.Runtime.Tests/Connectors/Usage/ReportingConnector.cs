using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connector.Runtime.Tests.Connectors;

/// <summary>A connector that reports usage as a test says, and counts how often it is asked.</summary>
internal sealed class ReportingConnector(Func<DateTimeOffset, Task<UsageReport?>> report)
    : ISmsConnector, IUsageReporter
{
    private int asked;

    public int Asked => Volatile.Read(ref asked);

    public DateTimeOffset LastSince { get; private set; }

    public static ReportingConnector Answering(UsageReport? answer) => new(_ => Task.FromResult(answer));

    public Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Accepted("1"));

    public Task<UsageReport?> GetUsageAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        LastSince = since;
        Interlocked.Increment(ref asked);
        return report(since);
    }
}
