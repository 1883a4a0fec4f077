using Connector.Abstractions;
using Connector.Testing.Providers;

namespace Connector.Testing.Checks;

/// <summary>What a provider does, and what a connector may make of it.</summary>
/// <param name="Name">What happens, completing "When …".</param>
/// <param name="Reply">What the provider does.</param>
/// <param name="IsRight">Judges the outcome.</param>
/// <param name="Wanted">The right outcome, in words.</param>
internal sealed record Situation(
    string Name,
    ProviderReply Reply,
    Func<SendOutcome, bool> IsRight,
    string Wanted)
{
    private const int HastyShare = 5;

    /// <summary>Whether the client soon gives up, but not so soon that the request may not have left.</summary>
    public bool IsHasty { get; init; }

    public async Task TryAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        var trial = await subject.TryAsync(Reply, cancellationToken, IsHasty ? subject.Patience / HastyShare : null);
        if (trial.Outcome is not { } outcome || !IsRight(outcome))
        {
            findings.Add($"When {Name}, the outcome was {trial.Described}; it must be {Wanted}.");
        }

        if (trial.Requests.Count != 1)
        {
            findings.Add($"When {Name}, {trial.Requests.Count} requests arrived instead of one.");
        }
    }
}
