using Connector.Abstractions;
using Connector.Testing.Providers;
using Connector.Testing.Rigs;

namespace Connector.Testing.Checks;

/// <summary>How a connector behaves towards the host that calls it.</summary>
internal static class CallRules
{
    private const int Crowd = 32;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("creation", "The entry type and CreateAsync return at once, and nothing is sent before a send.", CreationAsync),
        new("no-blocking", "SendAsync returns its task without waiting for the provider.", NoBlockingAsync),
        new("concurrency", "Sends at the same time neither wait for nor disturb each other.", ConcurrencyAsync),
        new("cancellation", "A cancelled send ends at once, and sends nothing if it has not begun.", CancellationAsync),
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

    private static async Task ConcurrencyAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
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
        var odd = (await trials).Where(trial => trial.Outcome is not SendOutcome.Accepted).ToList();
        if (odd.Count > 0)
        {
            findings.Add($"Of {Crowd} sends at once {odd.Count} were not Accepted, the first was {odd[0].Described}.");
        }

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

    private static void FindMixUps(IReadOnlyList<ProviderRequest> requests, SampleSend[] sends, Findings findings)
    {
        foreach (var text in requests.Select(request => request.ToString()))
        {
            var owners = sends.Where(send => text.Contains(send.Digits, StringComparison.Ordinal)).ToList();
            var codes = sends.Where(send => text.Contains(send.Code, StringComparison.Ordinal)).ToList();
            if (owners.Count > 0 && codes.Count > 0 && !owners.SequenceEqual(codes))
            {
                findings.Add("A request carried one message's number and another's code. Keep nothing of a send in fields.");
            }
        }
    }

    private static async Task CancellationAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        await using var provider = subject.StartProvider(ProviderReply.Stall);
        await using var rig = await subject.CreateAsync(provider.Address, cancellationToken);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await ExpectCancellationAsync("begun with a cancelled token", rig, source.Token);
        if (provider.Requests.Count > 0)
        {
            findings.Add("A send that was cancelled before it began reached the provider.");
        }

        if (subject.Description.Accepts is not null)
        {
            await CancelAtAsync("waiting for an answer", ProviderReply.Stall);
            await CancelAtAsync("reading an answer", ProviderReply.Raw(
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{", ProviderReply.Stall));
        }

        async Task CancelAtAsync(string when, ProviderReply reply)
        {
            await using var stalled = subject.StartProvider(reply);
            await using var sender = await subject.CreateAsync(stalled.Address, cancellationToken);
            using var caller = new CancellationTokenSource();
            var expecting = ExpectCancellationAsync($"cancelled while {when}", sender, caller.Token);
            var arrival = stalled.WaitForRequestsAsync(1, cancellationToken);
            await Task.WhenAny(arrival, expecting, Task.Delay(subject.Patience, TimeProvider.System, cancellationToken));
            await caller.CancelAsync();
            await expecting;
        }

        async Task ExpectCancellationAsync(string how, ConnectorRig sender, CancellationToken token)
        {
            var send = Samples.Send(1);
            var trial = await Trial.OfAsync(
                () => sender.Connector.SendAsync(send.Phone, send.UsageType, send.Payload, token), subject.Patience);
            if (trial.Error is not OperationCanceledException)
            {
                findings.Add(
                    $"A send {how} ended with {trial.Described}; it must throw OperationCanceledException. "
                    + "Hand the token to every call and don't catch the caller's cancellation.");
            }
        }
    }

    private static async Task NoRetriesAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        if (!subject.CallsProvider(findings))
        {
            return;
        }

        (string Name, ProviderReply Reply)[] failures =
        [
            ("500", ProviderReply.Text(500, "")),
            ("503", ProviderReply.Text(503, "", "Retry-After: 0")),
            ("429", ProviderReply.Text(429, "", "Retry-After: 0")),
            ("408", ProviderReply.Text(408, "")),
            ("a reset", ProviderReply.Reset),
        ];
        foreach (var (name, reply) in failures)
        {
            var trial = await subject.TryAsync(reply, cancellationToken);
            if (trial.Requests.Count > 1)
            {
                findings.Add(
                    $"After {name} the connector sent again, {trial.Requests.Count} requests in all. Each may be a paid "
                    + "message; the host decides about another try.");
            }
        }
    }

    private static async Task DisposalAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        await using var provider = subject.StartProvider();
        await using var rig = await subject.CreateAsync(provider.Address, cancellationToken);
        await Trial.RunAsync(rig, Samples.Send(1), subject.Patience, cancellationToken);
        foreach (var turn in new[] { "first", "second" })
        {
            if (await Call.TryAsync(() => Disposal.DisposeAsync(rig.Connector).AsTask(), subject.Patience) is { } fault)
            {
                findings.Add($"The {turn} disposal {fault}.");
            }
        }

        var fault2 = await Call.TryAsync(
            async () => (await rig.HttpClient.GetAsync(new Uri(provider.Address), cancellationToken)).Dispose(),
            subject.Patience);
        if (fault2 == "threw ObjectDisposedException")
        {
            findings.Add("The connector disposed the HttpClient, which belongs to the host.");
        }
    }
}
