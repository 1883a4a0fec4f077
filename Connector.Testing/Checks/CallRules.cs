using Connector.Testing.Providers;
using Connector.Testing.Rigs;

namespace Connector.Testing.Checks;

/// <summary>How a connector behaves towards the host that calls it.</summary>
internal static class CallRules
{
    private static readonly string[] Turns = ["first", "second"];

    private static readonly (string Name, ProviderReply Reply)[] Failures =
    [
        ("500", ProviderReply.Text(500, "")),
        ("503", ProviderReply.Text(503, "", "Retry-After: 0")),
        ("429", ProviderReply.Text(429, "", "Retry-After: 0")),
        ("408", ProviderReply.Text(408, "")),
        ("a reset", ProviderReply.Reset),

        // Upon this the HTTP client repeats a request without a body by itself.
        ("a hang-up", ProviderReply.HangUp),
    ];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("creation", "The entry type and CreateAsync return at once, and call no provider.", CreationAsync),
        new("no-blocking", "SendAsync returns its task without waiting for the provider.", NoBlockingAsync),
        ConcurrencyRule.Rule,
        CancellationRule.Rule,
        new("no-retries", "One send makes one request, whatever comes of it.", NoRetriesAsync),
        new("disposal", "Disposing twice does no harm, ends, and leaves the host's client alone.", DisposalAsync),
    ];

    private static async Task CreationAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        await using var provider = subject.StartProvider(ProviderReply.Stall);
        var fault = await Call.TryAsync(
            async () => await (await subject.CreateAsync(provider.Address, cancellationToken)).DisposeAsync(),
            subject.Patience);
        if (fault is not null)
        {
            findings.Add($"Creating the connector {fault}.");
        }

        if (provider.Requests.Count > 0)
        {
            findings.Add("Creating the connector called the provider; a host starts with providers that are down.");
        }
    }

    private static async Task NoBlockingAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        if (!subject.CallsProvider(findings))
        {
            return;
        }

        await using var provider = subject.StartProvider(ProviderReply.Stall);
        await using var rig = await subject.CreateAsync(provider.Address, cancellationToken);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var send = Samples.Send(1);
        var returned = Call.StartAsync(
            () => rig.Connector.SendAsync(send.Phone, send.UsageType, send.Payload, giveUp.Token));
        if (await Task.WhenAny(returned, Task.Delay(subject.Patience, TimeProvider.System, giveUp.Token)) != returned)
        {
            findings.Add(
                "SendAsync held its caller's thread while the provider was silent. Await the answer; don't use "
                + ".Result, .Wait() or synchronous calls.");
        }

        await giveUp.CancelAsync();
    }

    private static async Task NoRetriesAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        if (!subject.CallsProvider(findings))
        {
            return;
        }

        foreach (var (name, reply) in Failures)
        {
            var trial = await subject.TryAsync(reply, cancellationToken);
            if (trial.Requests.Count > 1)
            {
                findings.Add(
                    $"After {name} the connector sent again, {trial.Requests.Count} requests in all. Each may be a "
                    + "paid message; the host decides about another try.");
            }
        }
    }

    private static async Task DisposalAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        await using var provider = subject.StartProvider();
        await using var rig = await subject.CreateAsync(provider.Address, cancellationToken);
        await Trial.RunAsync(rig, Samples.Send(1), subject.Patience, cancellationToken);
        foreach (var turn in Turns)
        {
            if (await Call.TryAsync(() => Disposal.DisposeAsync(rig.Connector).AsTask(), subject.Patience) is { } fault)
            {
                findings.Add($"The {turn} disposal {fault}.");
            }
        }

        var use = await Call.TryAsync(
            async () => (await rig.HttpClient.GetAsync(new Uri(provider.Address), cancellationToken)).Dispose(),
            subject.Patience);
        if (use?.StartsWith("threw ObjectDisposedException", StringComparison.Ordinal) == true)
        {
            findings.Add("The connector disposed the HttpClient, which belongs to the host.");
        }
    }
}
