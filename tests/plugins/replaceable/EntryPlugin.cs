using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;

namespace TestPlugins;

/// <summary>Many builds in one: the file beside it says which, so that a test needn't compile them.</summary>
public sealed class EntryPlugin : ISmsConnectorPlugin, IConnectorConfigValidator
{
    private static readonly string Build = File.ReadAllText(
        Path.Combine(Path.GetDirectoryName(typeof(EntryPlugin).Assembly.Location)!, "build.txt"));

    public EntryPlugin()
    {
        if (Build.StartsWith("broken"))
        {
            throw new InvalidOperationException("This build is broken.");
        }
    }

    public ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken)
    {
        if (Build.StartsWith("leaky"))
        {
            new Thread(static () => Thread.Sleep(Timeout.Infinite)) { IsBackground = true }.Start();
        }

        return new(new ReplaceableConnector(Build, context.GetConfig<ReplaceableConfig>()));
    }

    public IReadOnlyList<ConfigIssue> Validate(JsonElement config) =>
        Build.StartsWith("picky") ? [new ConfigIssue("/sender", "This build wants another sender.")] : [];
}
