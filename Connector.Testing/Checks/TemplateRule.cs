using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connector.Testing.Checks;

/// <summary>Usage types are an open set, and languages are many: there is always a text.</summary>
internal static class TemplateRule
{
    private static readonly UsageType Unheard = new("ConformanceUnheardOf");

    public static Rule Rule { get; } = new(
        "templates",
        "Every usage type and language has a text: its own, the Generic one, or the default.",
        ApplyAsync);

    private static async Task ApplyAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        await using var provider = subject.StartProvider();
        await using var rig = await subject.CreateAsync(provider.Address, cancellationToken);
        foreach (var usageType in UsageType.WellKnown.Append(Unheard))
        {
            var trial = await Trial.RunAsync(
                rig, Samples.Send(1, usageType, locale: "tlh-XX"), subject.Patience, cancellationToken);
            if (trial.Outcome is not SendOutcome.Accepted)
            {
                findings.Add($"A message for {usageType} in an unknown language was answered with {trial.Described}.");
            }
        }

        if (rig.Connector is IMessagePreview preview)
        {
            ComparePreviews(preview, findings);
        }
    }

    private static void ComparePreviews(IMessagePreview preview, Findings findings)
    {
        // No text at all: the provider writes it.
        var generic = Text(preview, UsageType.Generic, locale: null);
        if (generic?.Contains(Samples.Send(1).Code, StringComparison.Ordinal) == false)
        {
            findings.Add("The Generic text of the sample configuration lacks the code.");
        }

        if (Text(preview, Unheard, locale: null) != generic)
        {
            findings.Add("A usage type without a text of its own isn't served by the Generic one.");
        }

        if (Text(preview, UsageType.Generic, "tlh-XX") != generic)
        {
            findings.Add("A language without a text of its own isn't served by the text without a language.");
        }
    }

    private static string? Text(IMessagePreview preview, UsageType usageType, string? locale) =>
        preview.Preview(usageType, Samples.Send(1, usageType, locale).Payload);
}
