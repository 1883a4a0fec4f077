using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

/// <summary>
/// Has rules beyond its schema, and a connector that shows its text and leaves a trace when disposed.
/// </summary>
public sealed class EntryPlugin : ISmsConnectorPlugin, IConnectorConfigValidator
{
    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken) =>
        context.Config.TryGetProperty("account", out var account) && account.GetString() == "AC0"
            ? throw new InvalidOperationException($"{context.Config.GetProperty("token")} was refused.")
            : new(new ObligingConnector(context));

    public IReadOnlyList<ConfigIssue> Validate(JsonElement config)
    {
        var issues = new List<ConfigIssue>();
        if (config.TryGetProperty("text", out var text) && text.GetString()?.Contains("{{code}}") == false)
        {
            issues.Add(new ConfigIssue("/text", "text must show {{code}}."));
        }

        if (config.TryGetProperty("retries", out var retries) && retries.ValueKind == JsonValueKind.Number)
        {
            issues.Add(new ConfigIssue("/retries", "retries has no effect.", ConfigIssueSeverity.Warning));
        }

        return issues;
    }
}
