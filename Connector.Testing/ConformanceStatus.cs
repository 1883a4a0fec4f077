namespace Connector.Testing;

/// <summary>How a <see cref="ConformanceCheck"/> ended.</summary>
public enum ConformanceStatus
{
    /// <summary>The connector keeps the rule.</summary>
    Passed = 0,

    /// <summary>The connector breaks the rule.</summary>
    Failed = 1,

    /// <summary>The rule doesn't concern this connector, or its author has waived it.</summary>
    Skipped = 2,
}
