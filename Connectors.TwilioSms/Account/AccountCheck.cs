using System.Text.Json;
using Connector.Abstractions.Capabilities;
using Connectors.TwilioSms.Http;

namespace Connectors.TwilioSms.Account;

/// <summary>Asks Twilio for the account, which costs nothing and sends nothing.</summary>
internal sealed class AccountCheck(TwilioApi api, bool usesApiKey)
{
    private const string TestCredentialsCode = "20008";

    public async Task<CredentialCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        using var reply = await api.GetAsync(api.AccountPath + ".json", cancellationToken);
        var result = Judge(reply);

        // Only the auth token and main keys may read the account; for other keys the list of messages tells as much.
        return usesApiKey && result.Status == CredentialStatus.Invalid && reply.Status is 401 or 403
            ? await CheckMessagesAsync(result, cancellationToken)
            : result;
    }

    private async Task<CredentialCheckResult> CheckMessagesAsync(
        CredentialCheckResult otherwise,
        CancellationToken cancellationToken)
    {
        using var reply = await api.GetAsync(api.MessagesPath + "?PageSize=1", cancellationToken);
        return reply.IsSuccess && reply.Json is not null
            ? new CredentialCheckResult(CredentialStatus.Valid, "The key works, though not for the account itself.")
            : otherwise;
    }

    private static CredentialCheckResult Judge(TwilioReply reply) => reply switch
    {
        { IsSuccess: true, Json: { } json } => JudgeAccount(json.RootElement),
        { Status: 403, Code.Text: TestCredentialsCode } => Answer(
            CredentialStatus.Valid, "These are test credentials: Twilio checks messages but delivers none.", reply),
        { Status: 401 or 403 } => Answer(
            CredentialStatus.Invalid, "Twilio doesn't accept the credentials for this account.", reply),
        { Status: 404 } => Answer(
            CredentialStatus.Invalid, "Twilio doesn't find the account. Check accountSID, region and edge.", reply),
        { Status: 0 } => Answer(CredentialStatus.Undetermined, "Twilio could not be reached.", reply),
        _ => Answer(CredentialStatus.Undetermined, $"Twilio's answer (HTTP {reply.Status}) doesn't tell.", reply),
    };

    private static CredentialCheckResult Answer(CredentialStatus status, string detail, TwilioReply reply) =>
        new(status, detail) { ProviderCode = reply.Code?.Text };

    private static CredentialCheckResult JudgeAccount(JsonElement account)
    {
        account.TryGetText("status", out var status);
        account.TryGetText("type", out var type);
        return status switch
        {
            "active" when type == "Trial" => new CredentialCheckResult(
                CredentialStatus.Valid, "A trial account: it only sends to numbers verified in the Twilio console."),
            "active" => new CredentialCheckResult(CredentialStatus.Valid),
            "suspended" => new CredentialCheckResult(
                CredentialStatus.Invalid, "The account is suspended. The Twilio console says why."),
            "closed" => new CredentialCheckResult(CredentialStatus.Invalid, "The account is closed."),
            _ => new CredentialCheckResult(CredentialStatus.Undetermined, "The answer doesn't look like Twilio's."),
        };
    }
}
