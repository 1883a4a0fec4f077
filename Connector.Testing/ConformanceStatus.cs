namespace Connector.Testing;

/// <summary>How a <see cref="ConformanceCheck"/> ended.</summary>
public enum ConformanceStatus
{
    /// <summary>The connector keeps the rule.</summary>
    Passed = 0,

    /// <summary>The connector breaks the rule.</summary>
    Failed = 1,

    /// <summary>The rule doesn't concern this connector.</summary>
    NotApplicable = 2,

    /// <summary>The connector's author has waived the rule, with a reason.</summary>
    Waived = 3,
}
