namespace Connector.Abstractions.Capabilities;

/// <summary>Whether the provider accepts the credentials.</summary>
/// <param name="Status">The answer.</param>
/// <param name="Detail">What to know or do about it, in the connector's own words. Never a secret.</param>
public sealed record CredentialCheckResult(CredentialStatus Status, string? Detail = null)
{
    /// <summary>The provider's own code. <see langword="null"/> when it gave none.</summary>
    public string? ProviderCode { get; init; }
}
