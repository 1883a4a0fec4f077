using TwilioSimulator.Http;

namespace TwilioSimulator.Accounts;

internal static class AccountEndpoints
{
    public static Reply Fetch(TwilioRequest request)
    {
        var account = request.Account;
        return Reply.Json(StatusCodes.Status200OK, TwilioJson.Relaxed.AccountResource, new AccountResource(
            account.Sid,
            account.FriendlyName,
            "active",
            "Full",
            account.Sid,
            $"{TwilioPaths.Account(account.Sid)}.json"));
    }
}
