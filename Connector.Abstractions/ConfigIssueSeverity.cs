namespace Connector.Abstractions;

/// <summary>Whether a connector may run with a <see cref="ConfigIssue"/>.</summary>
public enum ConfigIssueSeverity
{
    /// <summary>The connector can't run.</summary>
    Error = 0,

    /// <summary>The connector runs, but probably not as its operator expects.</summary>
    Warning = 1,
}
