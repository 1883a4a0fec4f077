namespace Connector.Runtime.Audit;

/// <summary>What is written into the audit log. Names never change their meaning.</summary>
public static class AuditActions
{
    /// <summary>Somebody was shown a message's full number; the subject is the message.</summary>
    public const string MessageRevealed = "message.revealed";

    /// <summary>A message was called back before it was sent; the subject is the message.</summary>
    public const string MessageCanceled = "message.canceled";

    /// <summary>A message that failed was sent again; the subject is that message, the detail the new one.</summary>
    public const string MessageResent = "message.resent";

    /// <summary>A connector was added; the subject is its name, the detail its revision.</summary>
    public const string ConnectorCreated = "connector.created";

    /// <summary>A connector was changed; the subject is its name, the detail its revision.</summary>
    public const string ConnectorUpdated = "connector.updated";

    /// <summary>A connector was deleted; the subject is its name, the detail its last revision.</summary>
    public const string ConnectorDeleted = "connector.deleted";

    /// <summary>A connector was brought back to an earlier revision; as <see cref="ConnectorUpdated"/>.</summary>
    public const string ConnectorRolledBack = "connector.rolledBack";

    /// <summary>A plugin was installed; the subject is its id, the detail its version.</summary>
    public const string PluginInstalled = "plugin.installed";

    /// <summary>A plugin took the place of another build; the subject is its id, the detail its version.</summary>
    public const string PluginReplaced = "plugin.replaced";

    /// <summary>An earlier build of a plugin was put back; the subject is its id, the detail its version.</summary>
    public const string PluginRolledBack = "plugin.rolledBack";

    /// <summary>A plugin was removed; the subject is its id, the detail its version.</summary>
    public const string PluginRemoved = "plugin.removed";

    /// <summary>A plugin's quarantine was ended early; the subject is its id, the detail its version.</summary>
    public const string PluginReleased = "plugin.released";

    /// <summary>A webhook was added; the subject is its id.</summary>
    public const string WebhookCreated = "webhook.created";

    /// <summary>A webhook was changed; the subject is its id.</summary>
    public const string WebhookUpdated = "webhook.updated";

    /// <summary>A webhook was removed; the subject is its id.</summary>
    public const string WebhookDeleted = "webhook.deleted";

    /// <summary>A webhook was given a new secret; the subject is its id.</summary>
    public const string WebhookSecretRotated = "webhook.secretRotated";

    /// <summary>An API key was created; the subject is its id, the detail its name and permissions.</summary>
    public const string KeyCreated = "key.created";

    /// <summary>An API key was revoked; as <see cref="KeyCreated"/>.</summary>
    public const string KeyRevoked = "key.revoked";

    /// <summary>Somebody signed in to the console.</summary>
    public const string ConsoleSignedIn = "console.signedIn";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        MessageRevealed, MessageCanceled, MessageResent,
        ConnectorCreated, ConnectorUpdated, ConnectorDeleted, ConnectorRolledBack,
        PluginInstalled, PluginReplaced, PluginRolledBack, PluginRemoved, PluginReleased,
        WebhookCreated, WebhookUpdated, WebhookDeleted, WebhookSecretRotated,
        KeyCreated, KeyRevoked,
        ConsoleSignedIn,
    ];
}
