using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connector.Runtime.Connectors;

/// <summary>A connector that serves, with what it owns.</summary>
internal sealed record RunningConnector(string Name, ISmsConnector Connector, HttpClient HttpClient) : IAsyncDisposable
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

    public IReadOnlyList<string> Capabilities =>
        [.. Known.Where(known => known.Type.IsInstanceOfType(Connector)).Select(known => known.Name)];

    public async ValueTask DisposeAsync()
    {
        try
        {
            await DisposeConnectorAsync();
        }
        finally
        {
            HttpClient.Dispose();
        }
    }

    private ValueTask DisposeConnectorAsync()
    {
        if (Connector is IAsyncDisposable asynchronous)
        {
            return asynchronous.DisposeAsync();
        }

        (Connector as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }
}
