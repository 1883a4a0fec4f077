using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

public sealed class BaselinePlugin : ISmsConnectorPlugin, IConnectorConfigValidator
{
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken) =>
        new(new BaselineConnector(context, context.GetConfig<BaselineOptions>()));

    public IReadOnlyList<ConfigIssue> Validate(JsonElement config) =>
        config.GetProperty("templates").GetArrayLength() > 0
        ? []
        : [
            new ConfigIssue("/templates", "There is no template."),
            new ConfigIssue("/account", "Nobody pays.", ConfigIssueSeverity.Warning),
        ];
}
