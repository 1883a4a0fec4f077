using System.Collections.Concurrent;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>One that can also be asked what became of a message.</summary>
internal sealed class LookupConnector(SendOutcome[] answers, params SendOutcome[] found)
    : AnsweringConnector(answers), IOutcomeLookup
{
    private int next = -1;

    public ConcurrentQueue<OutcomeQuery> Asked { get; } = new();

    public Task<SendOutcome> LookUpOutcomeAsync(OutcomeQuery query, CancellationToken cancellationToken)
    {
        Asked.Enqueue(query);
        return Task.FromResult(found[Math.Min(Interlocked.Increment(ref next), found.Length - 1)]);
    }
}
