using Connector.Abstractions;

namespace Connector.Runtime.Connectors;

/// <summary>Answers to changes of connectors that can't be made.</summary>
internal static class StoredRequests
{
    public static ConnectorRequestException Invalid(IReadOnlyList<ConfigIssue> issues) =>
        new(ConnectorRequestKind.Invalid, "connector_invalid", "The connector is invalid",
            $"There {(issues.Count == 1 ? "is one error" : $"are {issues.Count} errors")}. Nothing was stored.")
        {
            Issues = issues,
        };

    public static ConnectorRequestException ReadOnly(string name) =>
        new(ConnectorRequestKind.Conflict, "connector_read_only", "The connector is defined in the configuration",
            $"Connector {name} is defined in the host's configuration, under ConnectorHost:Connectors:{name}. "
            + "Change it there and restart, or use another name.");

    public static ConnectorRequestException Exists(string name) =>
        new(ConnectorRequestKind.Conflict, "connector_exists", "There is such a connector already",
            $"Connector {name} exists. Change it with PATCH, or use another name.");

    public static ConnectorRequestException Changed(string name, long? current) =>
        new(ConnectorRequestKind.Changed, "connector_changed", "The connector has been changed meanwhile",
            (current is null ? $"Connector {name} is deleted. " : $"Connector {name} is at revision {current}. ")
            + "Read it again, decide whether your change still fits, and send its present ETag. Nothing was stored.")
        {
            CurrentRevision = current,
        };

    public static ConnectorRequestException Sealed(string name) =>
        new(ConnectorRequestKind.Conflict, "connector_sealed", "The connector's configuration can't be read",
            $"The configuration of connector {name} was sealed with a key that this host doesn't have. "
            + ConnectorProblems.Sealed.Fix);

    public static ConnectorRequestException NoSuchRevision(string name, long revision) => Invalid(
    [
        new ConfigIssue(
            "/revision", $"{revision} is no revision of {name} that can be brought back; see its history."),
    ]);

    /// <summary>The plugin could not make it run.</summary>
    public static ConnectorRequestException NotActivated(ConnectorProblem problem) =>
        new(problem.Code == "ACTIVATION_TIMEOUT" ? ConnectorRequestKind.Unavailable : ConnectorRequestKind.Invalid,
            "connector_not_activated",
            "The connector can't be activated",
            $"{problem.Code}: {problem.Cause} {problem.Fix} Nothing was stored.");
}
