using System.Text.Json;
using Connector.Abstractions;

namespace Connector.Testing.Tests.Subjects;

/// <summary>Keeps every rule.</summary>
internal class GoodPlugin : ISmsConnectorPlugin, IConnectorConfigValidator
{
    public virtual ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<ISmsConnector>(Start(new GoodConnector(), context));
    }

    public virtual IReadOnlyList<ConfigIssue> Validate(JsonElement config) => [];

    protected static GoodConnector Start(GoodConnector connector, ConnectorContext context)
    {
        connector.Start(context, context.GetConfig(GoodJsonContext.Default.GoodOptions));
        return connector;
    }
}
