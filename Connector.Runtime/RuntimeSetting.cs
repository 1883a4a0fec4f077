using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Connector.Runtime;

/// <summary>One setting: how its text gets into the options, and what to tell about a text that doesn't fit.</summary>
/// <param name="Key">Its name below the engine's section.</param>
/// <param name="Expectation">Follows the name in an error.</param>
/// <param name="TryApply">Whether the text fits; then it is in the options.</param>
internal sealed record RuntimeSetting(
    string Key, string Expectation, Func<string, ConnectorRuntimeOptions, bool> TryApply)
{
    public static RuntimeSetting Duration(
        string key, TimeSpan min, TimeSpan max, Action<ConnectorRuntimeOptions, TimeSpan> set) => new(
        key,
        $"is not a duration from {min:c} to {max:c}. Write hours:minutes:seconds, such as 00:10:00.",
        (text, options) => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max
            && Set(options, value, set));

    public static RuntimeSetting Number(string key, int min, int max, Action<ConnectorRuntimeOptions, int> set) => new(
        key,
        $"is not a whole number from {min} to {max}.",
        (text, options) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max
            && Set(options, value, set));

    public static RuntimeSetting Choice<T>(string key, Action<ConnectorRuntimeOptions, T> set)
        where T : struct, Enum => new(
        key,
        $"is not one of {string.Join(", ", Enum.GetNames<T>())}.",
        (text, options) => !text.Any(char.IsAsciiDigit)
            && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            && Enum.IsDefined(value)
            && Set(options, value, set));

    public static RuntimeSetting Text(
        string key, string expectation, Func<string, bool> fits, Action<ConnectorRuntimeOptions, string> set) => new(
        key, expectation, (text, options) => fits(text) && Set(options, text, set));

    /// <summary>Carries the text into the options when there is one and it fits.</summary>
    public void Apply(IConfiguration settings, ConnectorRuntimeOptions options)
    {
        if (settings[Key] is { Length: > 0 } text)
        {
            TryApply(text, options);
        }
    }

    /// <summary>Whether there is a text that doesn't fit.</summary>
    public bool IsWrong(IConfiguration settings) =>
        settings[Key] is { Length: > 0 } text && !TryApply(text, new ConnectorRuntimeOptions());

    private static bool Set<T>(ConnectorRuntimeOptions options, T value, Action<ConnectorRuntimeOptions, T> set)
    {
        set(options, value);
        return true;
    }
}
