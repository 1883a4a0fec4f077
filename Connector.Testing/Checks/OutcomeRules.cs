using Connector.Abstractions;
using Connector.Testing.Providers;

namespace Connector.Testing.Checks;

/// <summary>Each answer has its outcome, and a message that may have left is never called refused.</summary>
internal static class OutcomeRules
{
    private const string Garbage = "<html><body>Sign in to the network</body></html>";
    private const string NotRefused = "Unknown, for the message may have left";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("outcome-accepted", "A message that the provider takes is Accepted, under an id.", AcceptedAsync),
        Of("outcome-client-error", "An answer of 400, 404 or 422 is Refused; 401 for the credentials.", [
            .. Statuses(IsRefused, "Refused", 400, 403, 404, 422),
            .. Statuses(Because(RefusalReason.Authentication), "Refused(Authentication)", 401),
        ]),
        Of("outcome-rate-limit", "An answer of 429 is Refused for a limit, with the wait the provider asks for.", [
            new("the provider answers 429 with Retry-After: 7", Status(429, "Retry-After: 7"), IsLimit,
                "Refused(RateLimited or QuotaExhausted) with RetryAfter of 7 s"),
            new("the provider answers 429", Status(429), IsLimited, "Refused(RateLimited or QuotaExhausted)"),
        ]),
        Of("outcome-server-error", "An answer of 500, 502 or 504 is Unknown; 503 may also be Refused.", [
            .. Statuses(IsUnknown, NotRefused, 500, 502, 504),
            .. Statuses(outcome => IsUnknown(outcome) || IsUnavailable(outcome),
                "Refused(ProviderUnavailable) or Unknown", 503),
        ]),
        Of("outcome-redirect", "A redirect is neither followed nor success.", [
            .. Statuses(outcome => outcome is not SendOutcome.Accepted, "Refused or Unknown", 301, 302, 307),
        ]),
        Of("outcome-lost-answer", "A connection that breaks after the request left is Unknown.", [
            Lost("the provider resets the connection", ProviderReply.Reset),
            Lost("the provider hangs up", ProviderReply.HangUp),
            Lost("the answer breaks off in its head", ProviderReply.Raw("HTTP/1.1 20", ProviderReply.HangUp)),
            Lost("the answer is no HTTP", ProviderReply.Raw("garbage\r\n\r\n", ProviderReply.HangUp)),
        ]),
        Of("outcome-timeout", "No answer in time is Unknown.", [
            Lost("the provider does not answer in time", ProviderReply.Stall) with { IsHasty = true },
        ]),
        new("outcome-unreadable", "Success with a body that makes no sense is Unknown.", UnreadableAsync),
        new("outcome-unreachable", "A provider that can't be reached is Refused as NotAttempted.", UnreachableAsync),
    ];

    private static Rule Of(string name, string sentence, IReadOnlyList<Situation> situations) => new(
        name, sentence, (subject, findings, cancellationToken) =>
            TryAllAsync(situations, subject, findings, cancellationToken));

    private static async Task TryAllAsync(
        IReadOnlyList<Situation> situations,
        Subject subject,
        Findings findings,
        CancellationToken cancellationToken)
    {
        if (!subject.CallsProvider(findings))
        {
            return;
        }

        foreach (var situation in situations)
        {
            await situation.TryAsync(subject, findings, cancellationToken);
        }
    }

    private static async Task AcceptedAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        await using var provider = subject.StartProvider();
        var trial = await subject.TryAsync(provider, Samples.Send(1), cancellationToken);
        if (trial.Outcome is not SendOutcome.Accepted accepted)
        {
            findings.Add($"A good send was answered with {trial.Described}. Do Config and Accepts fit the connector?");
        }
        else if (string.IsNullOrWhiteSpace(accepted.ProviderMessageId))
        {
            findings.Add("Accepted has no ProviderMessageId; receipts could never be matched.");
        }

        if (subject.Description.Accepts is not null && trial.Requests.Count != 1)
        {
            findings.Add($"{trial.Requests.Count} requests arrived for one message instead of one.");
        }
    }

    private static Task UnreadableAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        Func<SendOutcome, bool> isRight = subject.Description.AcceptsAnyBody
            ? outcome => outcome is not SendOutcome.Refused
            : IsUnknown;
        return TryAllAsync(
            [
                new("success has a page of HTML", ProviderReply.Text(200, Garbage), isRight, NotRefused),
                new("success has no body", ProviderReply.Text(200, ""), isRight, NotRefused),
                new("success has half a body", HalfABody(), IsUnknown, NotRefused),
            ],
            subject,
            findings,
            cancellationToken);
    }

    private static async Task UnreachableAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        if (!subject.CallsProvider(findings))
        {
            return;
        }

        using var port = new ClosedPort();
        await using var rig = await subject.CreateAsync(port.Address, cancellationToken);
        var trial = await Trial.RunAsync(rig, Samples.Send(1), subject.Patience, cancellationToken);
        if (trial.Outcome is not SendOutcome.Refused { Reason: RefusalReason.NotAttempted })
        {
            findings.Add(
                $"When nobody listens at the provider's address, the outcome was {trial.Described}; "
                + "it must be Refused(NotAttempted), so that another connector is tried at once.");
        }
    }

    private static Situation[] Statuses(Func<SendOutcome, bool> isRight, string wanted, params int[] statuses) =>
        [.. statuses.Select(code => new Situation($"the provider answers {code}", Status(code), isRight, wanted))];

    private static Situation Lost(string name, ProviderReply reply) => new(name, reply, IsUnknown, NotRefused);

    // A body that no provider writes: the status alone must be enough.
    private static ProviderReply Status(int status, params string[] headers) =>
        ProviderReply.Text(status, Garbage, ["Location: http://127.0.0.1:9/", .. headers]);

    private static ProviderReply HalfABody() =>
        ProviderReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":\"", ProviderReply.HangUp);

    private static Func<SendOutcome, bool> Because(RefusalReason reason) =>
        outcome => outcome is SendOutcome.Refused refused && refused.Reason == reason;

    private static bool IsRefused(SendOutcome outcome) => outcome is SendOutcome.Refused;

    private static bool IsUnknown(SendOutcome outcome) => outcome is SendOutcome.Unknown;

    private static bool IsUnavailable(SendOutcome outcome) => Because(RefusalReason.ProviderUnavailable)(outcome);

    private static bool IsLimited(SendOutcome outcome) => outcome is
        SendOutcome.Refused { Reason: RefusalReason.RateLimited or RefusalReason.QuotaExhausted };

    private static bool IsLimit(SendOutcome outcome) =>
        IsLimited(outcome) && ((SendOutcome.Refused)outcome).RetryAfter == TimeSpan.FromSeconds(7);
}
