using Connector.Abstractions;
using Connector.Testing.Providers;

namespace Connector.Testing.Checks;

/// <summary>A host sends many messages at once through one connector.</summary>
internal static class ConcurrencyRule
{
    private const int Crowd = 32;

    public static Rule Rule { get; } = new(
        "concurrency", "Sends at the same time neither wait for nor disturb each other.", ApplyAsync);

    private static async Task ApplyAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        // Nobody gets an answer before everybody has asked, so that one who waits for another is found out.
        var everybody = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reply = subject.Description.Accepts is { } accepts ? ProviderReply.After(everybody.Task, accepts) : null;
        await using var provider = subject.StartProvider(reply);
        await using var rig = await subject.CreateAsync(provider.Address, cancellationToken);
        SampleSend[] sends = [.. Enumerable.Range(1, Crowd).Select(number => Samples.Send(number))];
        var trials = Task.WhenAll(sends.Select(
            send => Trial.RunAsync(rig, send, subject.Patience * 2, cancellationToken)));
        if (reply is not null && !await AllArriveAsync(provider, subject.Patience, cancellationToken))
        {
            findings.Add(
                $"Of {Crowd} sends at once only {provider.Requests.Count} reached the provider before the first was "
                + "answered. Don't hold a lock while waiting for an answer.");
        }

        everybody.SetResult();
        FindFailures(await trials, findings);
        FindMixUps(provider.Requests, sends, findings);
    }

    private static async Task<bool> AllArriveAsync(
        ProviderStub provider, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await provider.WaitForRequestsAsync(Crowd, cancellationToken).WaitAsync(patience, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static void FindFailures(Trial[] trials, Findings findings)
    {
        var failures = Array.FindAll(trials, trial => trial.Outcome is not SendOutcome.Accepted);
        if (failures.Length > 0)
        {
            findings.Add(
                $"Of {Crowd} sends at once {failures.Length} were not Accepted; one was {failures[0].Described}.");
        }
    }

    private static void FindMixUps(IReadOnlyList<ProviderRequest> requests, SampleSend[] sends, Findings findings)
    {
        foreach (var text in requests.Select(request => request.ToString()))
        {
            var numbers = Array.FindAll(sends, send => text.Contains(send.Digits, StringComparison.Ordinal));
            var codes = Array.FindAll(sends, send => text.Contains(send.Code, StringComparison.Ordinal));
            if (numbers.Length > 0 && codes.Length > 0 && !numbers.SequenceEqual(codes))
            {
                findings.Add(
                    "A request carried one message's number and another's code. Keep nothing of a send in fields.");
            }
        }
    }
}
