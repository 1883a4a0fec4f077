using System;
using System.IO;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

public sealed class EntryPlugin : ISmsConnectorPlugin
{
    public EntryPlugin()
    {
        var own = typeof(EntryPlugin).Assembly;
        AssemblyLoadContext.GetLoadContext(own)!.LoadFromAssemblyPath(
            Path.Combine(Path.GetDirectoryName(own.Location)!, "Connector.Abstractions.dll"));
    }

    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
