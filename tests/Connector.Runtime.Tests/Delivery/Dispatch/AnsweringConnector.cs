using System.Collections.Concurrent;
using Connector.Abstractions;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>
/// A connector that gives the test's answers in turn, the last one for ever, and can be asked about them.
/// </summary>
internal class AnsweringConnector(params SendOutcome[] answers) : ISmsConnector
{
    private int next = -1;

    public ConcurrentQueue<string> Sent { get; } = new();

    public Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default)
    {
        Sent.Enqueue(payload.Delivery!.MessageId);
        return Task.FromResult(answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]);
    }
}
