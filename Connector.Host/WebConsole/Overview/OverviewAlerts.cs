using System.Globalization;
using Connector.Runtime;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Localization;

namespace Connector.Host.WebConsole;

/// <summary>Finds what an operator should know now, the worst first.</summary>
internal sealed class OverviewAlerts(
    ConnectorRegistry connectors, PluginCatalog plugins, EngineHealth engine, IStringLocalizer<OverviewText> text)
{
    private static readonly TimeSpan LateFrom = TimeSpan.FromSeconds(30);

    /// <param name="report">The last hour; <see langword="null"/> when it could not be read.</param>
    /// <param name="backlog">What waits; <see langword="null"/> when it could not be read.</param>
    public IReadOnlyList<OverviewAlert> Find(StatisticsReport? report, BacklogReport? backlog) =>
    [
        .. FindEngine(),
        .. FindBacklog(backlog),
        .. FindGrowth(backlog),
        .. connectors.All.SelectMany(FindConnector),
        .. FindLogins(report),
        .. plugins.All.Where(plugin => plugin.State is PluginState.Quarantined or PluginState.Faulted).Select(Describe),
    ];

    private static string PageOf(string connector) => $"/connectors/{Uri.EscapeDataString(connector)}";

    private IEnumerable<OverviewAlert> FindEngine()
    {
        if (engine.Trouble is { } trouble)
        {
            yield return new OverviewAlert(
                true, text["Alert.Engine"], trouble, engine.StorageTrouble?.Fix ?? text["Alert.Engine.Fix"], null);
        }
    }

    private IEnumerable<OverviewAlert> FindBacklog(BacklogReport? backlog)
    {
        if (backlog is null || (backlog.OverdueFor < LateFrom && backlog.Waiting < backlog.Limit))
        {
            yield break;
        }

        yield return new OverviewAlert(
            backlog.Waiting >= backlog.Limit,
            text["Alert.Backlog"],
            text[
                "Alert.Backlog.Cause",
                backlog.Waiting.ToString("N0", CultureInfo.CurrentCulture),
                Math.Ceiling(backlog.OverdueFor.TotalMinutes)],
            text["Alert.Backlog.Fix"],
            "/messages?status=queued");
    }

    private IEnumerable<OverviewAlert> FindGrowth(BacklogReport? backlog)
    {
        if (backlog is { Growth: > 0 })
        {
            yield return new OverviewAlert(
                false,
                text["Alert.Growth"],
                text["Alert.Growth.Cause", backlog.Growth.ToString("N0", CultureInfo.CurrentCulture)],
                text["Alert.Backlog.Fix"],
                "/messages?status=queued");
        }
    }

    private IEnumerable<OverviewAlert> FindConnector(ConnectorInfo connector)
    {
        if (connector.State is ConnectorState.Failed or ConnectorState.Invalid)
        {
            var problem = connector.Problems.Count > 0 ? connector.Problems[0] : null;
            yield return new OverviewAlert(
                true,
                text["Alert.NotRunning", connector.Name],
                problem?.Cause
                    ?? connector.ConfigIssues.Select(issue => issue.Message).FirstOrDefault()
                    ?? text["Alert.NotRunning.Cause"],
                problem?.Fix ?? text["Alert.NotRunning.Fix"],
                PageOf(connector.Name));
        }
        else if (connector.Health is { Breaker: not BreakerState.Closed } health)
        {
            yield return new OverviewAlert(
                true,
                text["Alert.Breaker", connector.Name],
                text["Alert.Breaker.Cause", health.PausedFor],
                text["Alert.Breaker.Fix"],
                PageOf(connector.Name));
        }
    }

    private IEnumerable<OverviewAlert> FindLogins(StatisticsReport? report) =>
        from statistics in report?.Connectors ?? []
        where statistics.RefusedLogins > 0 && connectors.Find(statistics.Name) is not null
        select new OverviewAlert(
            true,
            text["Alert.Login", statistics.Name],
            text["Alert.Login.Cause", statistics.RefusedLogins],
            text["Alert.Login.Fix"],
            PageOf(statistics.Name));

    private OverviewAlert Describe(InstalledPlugin plugin)
    {
        var problem = plugin.Problems.Count > 0 ? plugin.Problems[0] : null;
        return new OverviewAlert(
            true,
            text[$"Alert.{plugin.State}", plugin.Id ?? plugin.Path],
            problem?.Cause ?? "",
            plugin.State == PluginState.Quarantined ? text["Alert.Quarantined.Fix"] : problem?.Fix,
            "/plugins");
    }
}
