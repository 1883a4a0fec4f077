namespace Connector.Abstractions.Capabilities;

/// <summary>Checks the configured credentials without sending a message. A connector may implement it.</summary>
/// <remarks>Thread-safe like the connector itself.</remarks>
public interface ICredentialCheck
{
    /// <summary>Asks the provider whether it accepts the credentials.</summary>
    /// <param name="cancellationToken">Fires when the host no longer waits.</param>
    /// <returns>The provider's answer, never <see langword="null"/>.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    Task<CredentialCheckResult> CheckCredentialsAsync(CancellationToken cancellationToken);
}
