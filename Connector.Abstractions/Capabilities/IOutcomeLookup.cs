namespace Connector.Abstractions.Capabilities;

/// <summary>Asks the provider what became of a send whose outcome is unknown. A connector may implement it.</summary>
/// <remarks>Thread-safe like the connector itself.</remarks>
public interface IOutcomeLookup
{
    /// <summary>Looks for the message at the provider, without sending anything.</summary>
    /// <param name="query">The send in question.</param>
    /// <param name="cancellationToken">Fires when the host no longer waits.</param>
    /// <returns>
    /// <see cref="SendOutcome.Accepted"/> when the provider has it; <see cref="SendOutcome.Refused"/> with
    /// <see cref="RefusalReason.NotAttempted"/> when it certainly doesn't, so that it may be sent again, or with
    /// another reason when it tried and failed; <see cref="SendOutcome.Unknown"/> when it can't tell.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    Task<SendOutcome> LookUpOutcomeAsync(OutcomeQuery query, CancellationToken cancellationToken);
}
