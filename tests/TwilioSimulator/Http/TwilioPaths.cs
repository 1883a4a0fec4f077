namespace TwilioSimulator.Http;

internal static class TwilioPaths
{
    public const string ApiVersion = "2010-04-01";

    public static string Account(string accountSid) => $"/{ApiVersion}/Accounts/{accountSid}";

    public static string Messages(string accountSid) => $"{Account(accountSid)}/Messages.json";

    public static string MessageWithoutExtension(string accountSid, string sid) =>
        $"{Account(accountSid)}/Messages/{sid}";
}
