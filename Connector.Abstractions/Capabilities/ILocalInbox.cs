namespace Connector.Abstractions.Capabilities;

/// <summary>
/// Shows messages that a connector delivered locally instead of to a telephone. Only connectors for development
/// implement it: the messages hold codes and numbers in clear.
/// </summary>
/// <remarks>Thread-safe like the connector itself.</remarks>
public interface ILocalInbox
{
    /// <summary>Reads the inbox.</summary>
    /// <param name="limit">The most messages to return; at least 1.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>The newest first.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    Task<IReadOnlyList<InboxMessage>> ReadInboxAsync(int limit, CancellationToken cancellationToken);
}
