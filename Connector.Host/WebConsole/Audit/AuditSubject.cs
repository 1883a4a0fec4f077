using Connector.Runtime.Audit;

namespace Connector.Host.WebConsole;

/// <summary>Where the console shows what an entry of the audit log is about.</summary>
internal static class AuditSubject
{
    /// <summary>The kind of thing: what stands before the action's dot.</summary>
    public static string KindOf(AuditEntry entry) => entry.Action.Split('.')[0];

    /// <summary>The page of the subject.</summary>
    /// <returns><see langword="null"/> when it has none, or none any more.</returns>
    public static string? AddressOf(AuditEntry entry) => (KindOf(entry), entry.Subject) switch
    {
        (_, null) => null,
        ("message", { } id) => MessageFilters.AddressOf(id),
        ("connector", { } name) => ConnectorAddress.Of(name),
        ("plugin", _) when entry.Action != AuditActions.PluginRemoved => "/plugins",
        ("key", _) => "/keys",
        _ => null,
    };
}
