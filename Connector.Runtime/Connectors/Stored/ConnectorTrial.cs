using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Connectors;

/// <summary>
/// Brings a connector into service on this host before it is stored, so that what can't serve is never stored.
/// </summary>
internal sealed class ConnectorTrial(
    PluginCatalog catalog, ConfigChecker checker, ConnectorActivator activator, ConnectorTable table)
{
    /// <param name="reading">The connector as it is wanted; its secrets may be masks.</param>
    /// <param name="current">The connector as it is stored.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ConnectorRequestException">
    /// It can't be; everything wrong with it is in <see cref="ConnectorRequestException.Issues"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<TriedConnector> TryAsync(
        ConnectorReading reading, StoredConnector? current, CancellationToken cancellationToken)
    {
        var (definition, issues) = reading;
        if (issues.Count == 0 && IsOnlySwitchedOff(definition, current))
        {
            return await ActivateAsync(definition, current!.Shown.Config, cancellationToken);
        }

        List<ConfigIssue> all = [.. issues];
        if (catalog.Find(definition.Plugin) is not null)
        {
            var (config, found) = await CheckAsync(definition, ConfigOf(current, definition), cancellationToken);
            definition = definition with { Config = config };
            all.AddRange(found.Select(issue => issue with { Pointer = $"/config{issue.Pointer}" }));
        }
        else if (definition.Plugin.Length > 0)
        {
            var problem = ConnectorProblems.NotInstalled(definition.Plugin, catalog.All);
            all.Add(new ConfigIssue("/plugin", $"{problem.Cause} {problem.Fix}"));
        }

        return all.Count == 0
            ? await ActivateAsync(definition, definition.Config, cancellationToken)
            : throw StoredRequests.Invalid(all);
    }

    // Whatever has become of its plugin since, a connector can be switched off.
    private static bool IsOnlySwitchedOff(ConnectorDefinition wanted, StoredConnector? current) =>
        !wanted.Enabled
        && current?.Config is not null
        && JsonElement.DeepEquals(ToJson(wanted), ToJson(current.Open() with { Enabled = false }));

    private static JsonElement ToJson(ConnectorDefinition definition) =>
        JsonSerializer.SerializeToElement(definition, DefinitionJsonContext.Default.ConnectorDefinition);

    // One plugin's secrets are none of another's business.
    private static JsonElement ConfigOf(StoredConnector? current, ConnectorDefinition wanted) =>
        current?.Shown.Plugin == wanted.Plugin ? current.Config ?? default : default;

    private async Task<(JsonElement Config, IReadOnlyList<ConfigIssue> Issues)> CheckAsync(
        ConnectorDefinition wanted, JsonElement stored, CancellationToken cancellationToken)
    {
        var plugin = await checker.LoadForAdministratorAsync(wanted.Plugin, wanted.Isolation, cancellationToken);
        var (config, missing) = ConfigChecker.SchemaOf(plugin).KeepSecrets(wanted.Config, stored);
        var check = await ConfigChecker.CheckAsync(plugin, config, cancellationToken);
        var places = missing.Select(issue => issue.Pointer).ToHashSet(StringComparer.Ordinal);
        return (config, [.. missing, .. check.Errors.Where(error => !places.Contains(error.Pointer))]);
    }

    private async Task<TriedConnector> ActivateAsync(
        ConnectorDefinition definition, JsonElement shown, CancellationToken cancellationToken)
    {
        var settings = StoredConnector.ToSettings(definition, revision: null, shown);
        var serving = table.FindStored(definition.Name)?.Running;
        var activated = await activator.ActivateAsync(settings, serving, cancellationToken);
        return activated.Info.Problems.Count == 0
            ? new TriedConnector(definition, activated)
            : throw StoredRequests.NotActivated(activated.Info.Problems[0]);
    }
}
