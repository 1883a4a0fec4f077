using Connector.Abstractions;
using Connector.Runtime.Plugins;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>Brings the connectors into service at the start, and tells their operator about those that can't.</summary>
internal sealed class ConnectorActivation(
    PluginCatalog catalog,
    ConnectorTable table,
    ConnectorCalls calls,
    ConnectorStart start,
    ILogger<ConnectorActivation> logger)
{
    /// <summary>
    /// Activates what is configured and what is stored, all at once. One that fails doesn't keep the others from
    /// serving.
    /// </summary>
    /// <exception cref="StorageException">The stored connectors can't be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task ActivateAsync(IConfiguration host, CancellationToken cancellationToken)
    {
        var activations = await start.BeginAsync(host, cancellationToken);
        try
        {
            table.Replace(await Task.WhenAll(activations));
        }
        catch (OperationCanceledException)
        {
            await StopAsync(activations);
            throw;
        }

        Report(table.Current.Infos);
    }

    // The start is given up, so nobody else will stop those that were ready already.
    private async Task StopAsync(IEnumerable<Task<ActivatedConnector>> activations)
    {
        foreach (var activation in activations.Where(activation => activation.IsCompletedSuccessfully))
        {
            if ((await activation).Running is { } running)
            {
                await calls.StopAsync(running);
            }
        }
    }

    private void Report(IReadOnlyList<ConnectorInfo> connectors)
    {
        foreach (var connector in connectors)
        {
            foreach (var problem in connector.Problems)
            {
                Log.ConnectorNotRunning(logger, connector.Name, problem.Code, problem.Cause, problem.Fix);
            }

            foreach (var issue in connector.ConfigIssues.Where(issue => issue.Severity == ConfigIssueSeverity.Warning))
            {
                Log.ConfigDoubtful(logger, connector.Name, issue.Pointer, issue.Message);
            }
        }

        PluginUseReport.Send(catalog, connectors);
    }
}
