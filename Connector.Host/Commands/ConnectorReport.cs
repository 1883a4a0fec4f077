using System.Globalization;
using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Host.Commands;

/// <summary>Prints connectors and what is wrong with them.</summary>
internal static class ConnectorReport
{
    public static void WriteList(CommandOutput output, IReadOnlyList<ConnectorInfo> connectors)
    {
        if (connectors.Count == 0)
        {
            output.WriteLine(
                "There is no connector. Add one under ConnectorHost:Connectors, or with POST /api/v1/connectors.");
            return;
        }

        WriteTable(output, connectors);
        foreach (var connector in connectors)
        {
            WriteProblems(output, connector);
        }
    }

    public static void WriteProblems(CommandOutput output, ConnectorInfo connector)
    {
        foreach (var problem in connector.Problems)
        {
            output.WriteProblem($"{connector.Name}: {problem.Code}", problem.Cause, problem.Fix);
        }

        WriteIssues(output, connector.ConfigIssues);
    }

    public static void WriteIssues(CommandOutput output, IEnumerable<ConfigIssue> issues)
    {
        foreach (var issue in issues)
        {
            output.WriteLine(
                $"  {issue.Severity} at {(issue.Pointer.Length == 0 ? "/" : issue.Pointer)}: {issue.Message}");
        }
    }

    private static void WriteTable(CommandOutput output, IReadOnlyList<ConnectorInfo> connectors)
    {
        // Few hosts isolate a connector; the others needn't read a column of nothing.
        var isIsolating = connectors.Any(connector => connector.Isolation != ConnectorIsolation.None);
        string[] isolation = isIsolating ? ["ISOLATION"] : [];
        output.WriteTable(
            ["NAME", "PLUGIN", "STATE", "SOURCE", "PRIORITY", "WEIGHT", .. isolation, "COUNTRIES"],
            connectors.Select(connector => Row(connector, isIsolating)));
    }

    private static string[] Row(ConnectorInfo connector, bool withIsolation) =>
    [
        connector.Name,
        connector.PluginId,
        connector.State.ToString(),
        connector.Source,
        connector.Priority.ToString(CultureInfo.InvariantCulture),
        connector.Weight.ToString(CultureInfo.InvariantCulture),
        .. withIsolation ? [Isolation(connector)] : Array.Empty<string>(),
        connector.Countries.Count == 0 ? "all" : string.Join(' ', connector.Countries),
    ];

    private static string Isolation(ConnectorInfo connector) =>
        connector.Isolation == ConnectorIsolation.None ? "-" : connector.Isolation.ToString();
}
