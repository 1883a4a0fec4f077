using Connector.Runtime.Connectors;

namespace Connector.Host.WebConsole;

/// <summary>What somebody wants to try: kept in drafts, so with the number.</summary>
public sealed class TestInput
{
    /// <summary>The recipient as typed.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Which template.</summary>
    public string UsageType { get; set; } = Abstractions.UsageType.Generic.Value;

    /// <summary>A language tag; empty for the template without a language.</summary>
    public string Locale { get; set; } = "";

    internal TestSendRequest ToRequest() => new()
    {
        Phone = Phone,
        UsageType = UsageType,
        Locale = string.IsNullOrWhiteSpace(Locale) ? null : Locale.Trim(),
    };

    /// <summary>The type's name only: it holds a number.</summary>
    /// <returns><c>TestInput</c>.</returns>
    public override string ToString() => nameof(TestInput);
}
