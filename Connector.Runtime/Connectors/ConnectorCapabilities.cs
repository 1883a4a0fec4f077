using Connector.Abstractions.Capabilities;

namespace Connector.Runtime.Connectors;

/// <summary>What connectors can do besides sending, and how that is called.</summary>
internal static class ConnectorCapabilities
{
    private static readonly (string Name, Type Type)[] Known =
    [
        ("receipts", typeof(IDeliveryReceiptReader)),
        ("lookup", typeof(IOutcomeLookup)),
        ("credentials", typeof(ICredentialCheck)),
        ("usage", typeof(IUsageReporter)),
        ("inbox", typeof(ILocalInbox)),
        ("preview", typeof(IMessagePreview)),
    ];

    public static IEnumerable<string> Of(object connector) => Where(type => type.IsInstanceOfType(connector));

    public static IEnumerable<string> Where(Func<Type, bool> can) =>
        Known.Where(known => can(known.Type)).Select(known => known.Name);

    public static string NameOf(Type capability) => Known.Single(known => known.Type == capability).Name;
}
