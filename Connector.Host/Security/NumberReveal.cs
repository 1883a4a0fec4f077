using Connector.Abstractions;
using Connector.Host.Problems;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Host.Security;

/// <summary>Shows full numbers to the owners of keys that may see them. Thread-safe.</summary>
internal sealed class NumberReveal(ApiKeys keys, MessageNumbers numbers)
{
    public bool IsAllowed(string? actor) => keys.May(actor, KeyPermission.RevealNumbers);

    /// <returns><see langword="null"/> when there is no such message.</returns>
    /// <exception cref="ProblemException">The key may not see numbers.</exception>
    /// <exception cref="ConnectorRequestException">The number is erased, or can't be read any more.</exception>
    /// <exception cref="StorageException">It can't be read, or not be recorded.</exception>
    public Task<PhoneNumber?> RevealAsync(string? actor, string messageId, CancellationToken cancellationToken) =>
        IsAllowed(actor)
            ? numbers.RevealAsync(messageId, actor, cancellationToken)
            : throw KeyRequests.Missing(KeyPermission.RevealNumbers);
}
