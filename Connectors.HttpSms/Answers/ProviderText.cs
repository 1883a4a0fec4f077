using System.Buffers;

namespace Connectors.HttpSms.Answers;

/// <summary>Lets ids and codes of a provider through, and nothing else: they are logged and shown.</summary>
internal static class ProviderText
{
    private const int LongestId = 128;
    private const int LongestCode = 32;

    private static readonly SearchValues<char> Characters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:@=");

    public static string? Id(string? text, Requests.MessageValues values) => Pass(text?.Trim(), LongestId, values);

    public static string? Code(string? text, Requests.MessageValues values) => Pass(text?.Trim(), LongestCode, values);

    // A provider may well repeat what it was sent.
    private static string? Pass(string? text, int longest, Requests.MessageValues values) =>
        text is { Length: > 0 }
        && text.Length <= longest
        && !text.AsSpan().ContainsAnyExcept(Characters)
        && !text.Contains(values.Phone.E164[1..], StringComparison.Ordinal)
        && !IsSecret(text, values.Payload.Code)
        && !IsSecret(text, values.Options.Token)
        && !IsSecret(text, values.Options.Password)
            ? text
            : null;

    private static bool IsSecret(string text, string? secret) => secret is { Length: > 0 } && text == secret;
}
