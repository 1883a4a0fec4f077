namespace Connector.Host.Security;

/// <summary>What a key may do only when it was granted. Everything else every key may do.</summary>
internal enum KeyPermission
{
    /// <summary>See the full numbers of messages; each time is recorded.</summary>
    RevealNumbers,

    /// <summary>Create and revoke keys, and grant them what the key itself may do.</summary>
    ManageKeys,
}
