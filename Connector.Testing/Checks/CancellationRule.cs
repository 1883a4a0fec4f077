using Connector.Testing.Providers;
using Connector.Testing.Rigs;

namespace Connector.Testing.Checks;

/// <summary>A host that no longer waits says so by the token.</summary>
internal static class CancellationRule
{
    private const string HalfAnAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{";

    public static Rule Rule { get; } = new(
        "cancellation", "A cancelled send ends at once, and sends nothing if it has not begun.", ApplyAsync);

    private static async Task ApplyAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        await CancelBeforeAsync(subject, findings, cancellationToken);
        if (subject.Description.Accepts is not null)
        {
            await CancelWhileAsync(
                "waiting for an answer", ProviderReply.Stall, subject, findings, cancellationToken);
            var half = ProviderReply.Raw(HalfAnAnswer, ProviderReply.Stall);
            await CancelWhileAsync("reading an answer", half, subject, findings, cancellationToken);
        }
    }

    private static async Task CancelBeforeAsync(
        Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        await using var provider = subject.StartProvider(ProviderReply.Stall);
        await using var rig = await subject.CreateAsync(provider.Address, cancellationToken);
        var trial = await SendAsync(rig, subject, new CancellationToken(canceled: true));
        Judge(trial, "begun with a cancelled token", findings);
        if (provider.Requests.Count > 0)
        {
            findings.Add("A send that was cancelled before it began reached the provider.");
        }
    }

    private static async Task CancelWhileAsync(
        string when, ProviderReply reply, Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        await using var provider = subject.StartProvider(reply);
        await using var rig = await subject.CreateAsync(provider.Address, cancellationToken);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendAsync(rig, subject, caller.Token);
        var arrival = provider.WaitForRequestsAsync(1, cancellationToken);
        var limit = Task.Delay(subject.Patience, TimeProvider.System, cancellationToken);
        await Task.WhenAny(arrival, sending, limit);
        await caller.CancelAsync();
        var trial = await sending;
        cancellationToken.ThrowIfCancellationRequested();
        Judge(trial, $"cancelled while {when}", findings);
    }

    private static Task<Trial> SendAsync(ConnectorRig rig, Subject subject, CancellationToken token)
    {
        var send = Samples.Send(1);
        return Trial.OfAsync(
            () => rig.Connector.SendAsync(send.Phone, send.UsageType, send.Payload, token), subject.Patience);
    }

    private static void Judge(Trial trial, string how, Findings findings)
    {
        if (trial.Error is not OperationCanceledException)
        {
            findings.Add(
                $"A send {how} ended with {trial.Described}; it must throw OperationCanceledException. "
                + "Hand the token to every call and don't catch the caller's cancellation.");
        }
    }
}
