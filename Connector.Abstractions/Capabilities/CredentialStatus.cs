namespace Connector.Abstractions.Capabilities;

/// <summary>A provider's answer to a credential check.</summary>
public enum CredentialStatus
{
    /// <summary>The provider accepts them.</summary>
    Valid = 0,

    /// <summary>The provider doesn't accept them, or the account can't send.</summary>
    Invalid = 1,

    /// <summary>The provider could not be asked, or its answer makes no sense.</summary>
    Undetermined = 2,
}
