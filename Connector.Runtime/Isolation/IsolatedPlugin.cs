using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Isolation;

/// <summary>A plugin whose code runs in worker processes only, one for each connector.</summary>
/// <param name="launch">Starts the workers.</param>
/// <param name="template">What is the same for all its connectors.</param>
internal sealed class IsolatedPlugin(WorkerLaunch launch, WorkerSetup template) : ISmsConnectorPlugin
{
    /// <summary>Asks the plugin's validator in a worker that lives for this question only.</summary>
    /// <exception cref="PluginException">The worker did not start, or the validator threw or hung.</exception>
    /// <exception cref="WorkerException">The worker ended.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<IReadOnlyList<ConfigIssue>> ValidateAsync(JsonElement config, CancellationToken cancellationToken)
    {
        await using var worker = await launch.StartAsync(_ => { }, cancellationToken);
        var setup = JsonSerializer.SerializeToElement(
            template with { Config = config }, WorkerJson.Default.WorkerSetup);
        var answer = await worker.CallAsync(WorkerCall.Validate, setup, cancellationToken);
        return answer?.Deserialize(WorkerJson.Default.ConfigIssueArray) ?? [];
    }

    public async ValueTask<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken)
    {
        var setup = template with
        {
            ConnectorName = context.ConnectorName,
            Config = context.Config,
            DataDirectory = context.DataDirectory,
            SendTimeout = context.HttpClient.Timeout,
            LogLevel = LowestLevel(context.Logger),
        };
        var connector = new IsolatedConnector(launch, setup, context.Logger, context.TimeProvider);
        await connector.StartAsync(cancellationToken);
        return connector;
    }

    private static LogLevel LowestLevel(ILogger logger) =>
        Enum.GetValues<LogLevel>().First(level => level == LogLevel.None || logger.IsEnabled(level));
}
