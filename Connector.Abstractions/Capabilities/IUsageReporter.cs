namespace Connector.Abstractions.Capabilities;

/// <summary>
/// Reports what was sent and what it cost, by the provider's own books. A connector may implement it.
/// </summary>
/// <remarks>Thread-safe like the connector itself.</remarks>
public interface IUsageReporter
{
    /// <summary>Asks the provider for the account's usage.</summary>
    /// <param name="since">From when; the provider may count from the beginning of that day.</param>
    /// <param name="cancellationToken">Fires when the host no longer waits.</param>
    /// <returns>The usage, or <see langword="null"/> when the provider could not be asked.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    Task<UsageReport?> GetUsageAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
