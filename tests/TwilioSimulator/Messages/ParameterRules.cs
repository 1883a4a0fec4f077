using System.Globalization;
using TwilioSimulator.Http;

namespace TwilioSimulator.Messages;

/// <summary>Checks the optional parameters by their types and ranges.</summary>
internal static class ParameterRules
{
    private const int MaxCallbackCharacters = 4000;
    private const int MaxValiditySeconds = 36_000;

    private static readonly string[] Booleans =
        ["ProvideFeedback", "ForceDelivery", "SmartEncoded", "ShortenUrls", "SendAsMms"];

    private static readonly (string Name, string[] Values)[] Choices =
    [
        ("RiskCheck", ["enable", "disable"]),
        ("ContentRetention", ["retain", "discard"]),
        ("AddressRetention", ["retain", "obfuscate"]),
        ("ScheduleType", ["fixed"]),
    ];

    public static TwilioError? Check(FormFields form) =>
        CheckCallback(form.Filled("StatusCallback"))
        ?? CheckValidity(form.Filled("ValidityPeriod"))
        ?? CheckAttempt(form.Filled("Attempt"))
        ?? CheckApplication(form.Filled("ApplicationSid"))
        ?? CheckBooleans(form)
        ?? CheckChoices(form);

    private static TwilioError? CheckCallback(string? url)
    {
        var isValid = url is null
            || (url.Length <= MaxCallbackCharacters
                && Uri.TryCreate(url, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
                && !uri.Host.Contains('_', StringComparison.Ordinal));
        return isValid ? null : TwilioError.Of(21609);
    }

    private static TwilioError? CheckValidity(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!TryInteger(text, out var seconds))
        {
            return TwilioError.Parameter("ValidityPeriod");
        }

        return seconds is >= 1 and <= MaxValiditySeconds ? null : TwilioError.Of(21624);
    }

    private static TwilioError? CheckAttempt(string? text) =>
        text is null || TryInteger(text, out _) ? null : TwilioError.Parameter("Attempt");

    private static TwilioError? CheckApplication(string? sid) =>
        sid is null || TwilioSid.IsValid(sid, "AP") ? null : TwilioError.Parameter("ApplicationSid");

    private static TwilioError? CheckBooleans(FormFields form)
    {
        var wrong = Array.Find(Booleans, name => form.Filled(name) is not (null or "true" or "false"));
        return wrong is null ? null : TwilioError.Parameter(wrong);
    }

    private static TwilioError? CheckChoices(FormFields form)
    {
        foreach (var (name, values) in Choices)
        {
            if (form.Filled(name) is { } value && !values.Contains(value, StringComparer.Ordinal))
            {
                return TwilioError.Parameter(name);
            }
        }

        return null;
    }

    private static bool TryInteger(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
