using System.Text;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Testing.Rigs;

namespace Connector.Testing.Checks;

/// <summary>What a connector can do beyond sending.</summary>
internal static class CapabilityRules
{
    private const string Url = "https://sms.example.com/api/v1/callbacks/under-test?token=none";

    private static readonly string[] ForgedBodies =
        ["", "MessageSid=SM1&MessageStatus=delivered", """{"id":"m-1","status":"delivered"}"""];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("capabilities", "Questions to an unreachable provider are answered, not thrown.", UnreachableAsync),
        new("forged-receipts", "A delivery receipt without the provider's signature is not believed.", ForgedAsync),
    ];

    private static async Task UnreachableAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        if (!subject.CallsProvider(findings))
        {
            return;
        }

        using var port = new ClosedPort();
        await using var rig = await subject.CreateAsync(port.Address, cancellationToken);
        await CheckCredentialsAsync(rig, subject, findings, cancellationToken);
        await LookUpAsync(rig, subject, findings, cancellationToken);
        await ReportUsageAsync(rig, subject, findings, cancellationToken);
    }

    private static async Task ReportUsageAsync(
        ConnectorRig rig, Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        if (rig.Connector is not IUsageReporter reporter)
        {
            return;
        }

        var fault = await Call.TryAsync(
            () => reporter.GetUsageAsync(DateTimeOffset.UnixEpoch, cancellationToken), subject.Patience);
        if (fault is not null)
        {
            findings.Add($"GetUsageAsync {fault}; it must answer null.");
        }
    }

    private static async Task CheckCredentialsAsync(
        ConnectorRig rig, Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        if (rig.Connector is not ICredentialCheck check)
        {
            return;
        }

        CredentialCheckResult? result = null;
        var fault = await Call.TryAsync(
            async () => result = await check.CheckCredentialsAsync(cancellationToken), subject.Patience);
        if (result?.Status != CredentialStatus.Undetermined)
        {
            findings.Add($"CheckCredentialsAsync {fault ?? "claimed to know"}; it must answer Undetermined.");
        }
    }

    private static async Task LookUpAsync(
        ConnectorRig rig, Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        if (rig.Connector is not IOutcomeLookup lookup)
        {
            return;
        }

        var send = Samples.Send(1);
        var query = new OutcomeQuery
        {
            Phone = send.Phone,
            UsageType = send.UsageType,
            Payload = send.Payload,
            AttemptedAt = DateTimeOffset.UnixEpoch,
        };
        var trial = await Trial.OfAsync(() => lookup.LookUpOutcomeAsync(query, cancellationToken), subject.Patience);
        if (trial.Outcome is not SendOutcome.Unknown)
        {
            findings.Add($"LookUpOutcomeAsync ended with {trial.Described}; it must answer Unknown.");
        }
    }

    private static async Task ForgedAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        await using var provider = subject.StartProvider();
        await using var rig = await subject.CreateAsync(provider.Address, cancellationToken);
        if (rig.Connector is not IDeliveryReceiptReader reader)
        {
            findings.Skip("The connector reads no delivery receipts.");
            return;
        }

        foreach (var body in ForgedBodies)
        {
            ReceiptReading? reading = null;
            var fault = await Call.TryAsync(
                async () => reading = await reader.ReadReceiptAsync(Forge(body), cancellationToken), subject.Patience);
            if (reading is null or ReceiptReading.Verified)
            {
                findings.Add($"An unsigned receipt {(reading is null ? fault ?? "was null" : "was believed")}.");
            }
        }
    }

    private static ReceiptRequest Forge(string body) => new()
    {
        Method = "POST",
        Url = Url,
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = body.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded",
            ["Authorization"] = "Bearer forged",
            ["X-Signature"] = "Zm9yZ2Vk",
            ["X-Twilio-Signature"] = "Zm9yZ2Vk",
        },
        Body = Encoding.UTF8.GetBytes(body),
    };
}
