using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

public sealed class QuietPlugin : ISmsConnectorPlugin
{
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken) =>
        new(new QuietConnector());
}
