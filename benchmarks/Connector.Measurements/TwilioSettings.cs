namespace Connector.Measurements;

/// <summary>A complete Twilio configuration with made-up credentials.</summary>
internal static class TwilioSettings
{
    private const string AccountSid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static readonly string[] UsageTypes = ["Register", "SignIn", "ForgotPassword", "Generic"];

    /// <param name="baseUrl">Whom to call instead of Twilio; <see langword="null"/> when nothing is sent.</param>
    public static object Config(string? baseUrl) => new
    {
        accountSID = AccountSid,
        authToken = "0123456789abcdef0123456789abcdef",
        fromMessagingServiceSID = "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        apiBaseUrl = baseUrl ?? "http://127.0.0.1:9",
        templates = UsageTypes.Select(usageType => new
        {
            usageType,
            content = "{{code}} is your code. It works for 10 minutes.",
        }),
    };

    /// <summary>One connector in the host's settings.</summary>
    public static object Connector(string pluginId, string? baseUrl = null) =>
        new { Plugin = pluginId, Enabled = true, Config = Config(baseUrl) };
}
