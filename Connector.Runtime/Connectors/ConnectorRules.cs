using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Connector.Runtime.Connectors;

/// <summary>What may be said of a connector, wherever it is defined.</summary>
internal static partial class ConnectorRules
{
    public const int DefaultWeight = 100;
    public const int MaxWeight = 10_000;
    public const int DefaultPriority = 0;
    public const int MaxPriority = 1_000;
    public const int MaxConcurrency = 10_000;
    public const double MinRate = 0.01;
    public const double MaxRate = 100_000;

    public const string NameFix =
        "Use up to 64 letters, digits, hyphens and underscores, beginning with a letter or digit.";

    /// <summary>The name becomes a folder, a path segment of the API and a log field.</summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    public static bool IsRate(double rate) => rate is >= MinRate and <= MaxRate;

    public static bool TryReadIsolation(string text, out ConnectorIsolation isolation) =>
        Enum.TryParse(text, ignoreCase: true, out isolation) && !text.Any(char.IsAsciiDigit);

    /// <param name="code">In capitals.</param>
    public static bool IsCountry(string code) => PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(code);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
