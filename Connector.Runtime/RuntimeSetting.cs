using System.Diagnostics.CodeAnalysis;
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
    /// <summary>Reads one item of a list.</summary>
    public delegate bool TryParse<T>(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>Whether it may have one entry per item.</summary>
    private bool IsList { get; init; }

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

    public static RuntimeSetting Switch(string key, Action<ConnectorRuntimeOptions, bool> set) => new(
        key,
        "is not true or false.",
        (text, options) => bool.TryParse(text, out var value) && Set(options, value, set));

    /// <summary>A list, from one entry per item or from one text with commas.</summary>
    public static RuntimeSetting List<T>(
        string key, string expectation, TryParse<T> tryParse, Action<ConnectorRuntimeOptions, IReadOnlyList<T>> set) =>
        new(key, expectation, (text, options) =>
        {
            var items = new List<T>();
            foreach (var item in text.Split(','))
            {
                if (!tryParse(item.Trim(), out var value))
                {
                    return false;
                }

                items.Add(value);
            }

            return Set<IReadOnlyList<T>>(options, items, set);
        })
        {
            IsList = true,
        };

    public static RuntimeSetting Text(
        string key, string expectation, Func<string, bool> fits, Action<ConnectorRuntimeOptions, string> set) => new(
        key, expectation, (text, options) => fits(text) && Set(options, text, set));

    /// <summary>Carries the text into the options when there is one and it fits.</summary>
    public void Apply(IConfiguration settings, ConnectorRuntimeOptions options)
    {
        if (Read(settings) is { Length: > 0 } text)
        {
            TryApply(text, options);
        }
    }

    /// <summary>Whether there is a text that doesn't fit.</summary>
    public bool IsWrong(IConfiguration settings) =>
        Read(settings) is { Length: > 0 } text && !TryApply(text, new ConnectorRuntimeOptions());

    private string? Read(IConfiguration settings) =>
        IsList ? string.Join(',', RuntimeSettings.List(settings, Key)) : settings[Key];

    private static bool Set<T>(ConnectorRuntimeOptions options, T value, Action<ConnectorRuntimeOptions, T> set)
    {
        set(options, value);
        return true;
    }
}
