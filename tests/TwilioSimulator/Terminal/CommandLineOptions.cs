using System.Globalization;

namespace TwilioSimulator.Terminal;

/// <summary>Reads the settings of the stand-alone program.</summary>
internal static class CommandLineOptions
{
    public const string EnvironmentPrefix = "TWILIO_SIMULATOR_";
    public const string DefaultUrls = "http://127.0.0.1:5081";

    private static readonly Dictionary<string, Action<TwilioSimulatorOptions, string>> Settings =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Urls"] = (options, value) => options.Urls = Addresses(value),
            ["AccountSid"] = (options, value) => options.AccountSid = value,
            ["AuthToken"] = (options, value) => options.AuthToken = value,
            ["ApiKeySid"] = (options, value) => options.ApiKeySid = value,
            ["ApiKeySecret"] = (options, value) => options.ApiKeySecret = value,
            ["TestAccountSid"] = (options, value) => options.TestAccountSid = value,
            ["TestAuthToken"] = (options, value) => options.TestAuthToken = value,
            ["MessagingServiceSids"] = (options, value) => options.MessagingServiceSids = List(value),
            ["FromNumbers"] = (options, value) => options.FromNumbers = List(value),
            ["PaceMs"] = (options, value) => options.StatusPace = Pace(value),
            ["RecordedRequests"] = (options, value) => options.RecordedRequests = Number(value),
            ["StoredMessages"] = (options, value) => options.StoredMessages = Number(value),
            ["Quiet"] = (_, _) => { },
        };

    public static IEnumerable<string> Names => Settings.Keys;

    /// <summary>Applies every setting given.</summary>
    /// <exception cref="FormatException">A setting is unknown or has no valid value; the text names it.</exception>
    public static TwilioSimulatorOptions Read(IConfiguration configuration)
    {
        var options = new TwilioSimulatorOptions { Urls = DefaultUrls };
        foreach (var (name, value) in configuration.AsEnumerable())
        {
            if (!Settings.TryGetValue(name, out var apply))
            {
                throw new FormatException($"'{name}' is no setting. Settings: {string.Join(", ", Names)}.");
            }

            Apply(options, name, value ?? string.Empty, apply);
        }

        return options;
    }

    public static bool IsQuiet(IConfiguration configuration) =>
        bool.TryParse(configuration["Quiet"], out var quiet) && quiet;

    private static void Apply(
        TwilioSimulatorOptions options,
        string name,
        string value,
        Action<TwilioSimulatorOptions, string> apply)
    {
        try
        {
            apply(options, value);
        }
        catch (FormatException exception)
        {
            const string Rule = "Urls are http addresses, the others numbers from 0 (PaceMs: or manual)";
            throw new FormatException($"'{name}' has no valid value: {Rule}.", exception);
        }
    }

    // What is no URL, Kestrel would take for a host name and listen on every address of the machine.
    private static string Addresses(string text) =>
        text.Split(';').All(url => Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && uri.Scheme == "http")
            ? text
            : throw new FormatException();

    private static string[] List(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static TimeSpan? Pace(string text) =>
        text.Equals("manual", StringComparison.OrdinalIgnoreCase) ? null : TimeSpan.FromMilliseconds(Number(text));

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException();
}
