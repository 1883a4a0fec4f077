namespace Connector.Testing.Checks;

/// <summary>A rule and the code that applies it.</summary>
/// <param name="Name">Short and stable.</param>
/// <param name="Sentence">The rule.</param>
/// <param name="Apply">Tries a connector.</param>
internal sealed record Rule(
    string Name,
    string Sentence,
    Func<Subject, Findings, CancellationToken, Task> Apply)
{
    /// <summary>From what can be read to what takes longest.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. ConfigRules.All,
        .. CallRules.All,
        .. OutcomeRules.All,
        .. CapabilityRules.All,
        TemplateRule.Rule,
        PrivacyRule.Rule,
        .. ProbeRules.All,
    ];
}
