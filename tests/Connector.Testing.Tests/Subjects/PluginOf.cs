using Connector.Abstractions;

namespace Connector.Testing.Tests.Subjects;

/// <summary>A plugin whose connector breaks a rule.</summary>
internal sealed class PluginOf<TConnector> : GoodPlugin
    where TConnector : GoodConnector, new()
{
    public override ValueTask<ISmsConnector> CreateAsync(
        ConnectorContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ISmsConnector>(Start(new TConnector(), context));
}
