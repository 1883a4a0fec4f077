using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>What texts are searched for. Words that would break a rule are put together from pieces.</summary>
internal static partial class SourceRules
{
    private const int Timeout = 10_000;
    private const RegexOptions Lines = RegexOptions.Multiline | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(\s*(LogLevel\.|ex\b|exception\b|\$?@?"")",
        RegexOptions.ExplicitCapture,
        Timeout)]
    public static partial Regex UngeneratedLog();

    [GeneratedRegex(@"\[LoggerMessage\(\s*(EventId\s*=\s*)?(?<id>\d+)?", RegexOptions.ExplicitCapture, Timeout)]
    public static partial Regex LoggerMessage();

    // The reason stands behind it or in a comment above.
    [GeneratedRegex(
        @"(?<!^[ \t]*//[^\n]*\n)^[ \t]*#pragma\s+warning\s+disable\s+\w+(\s*,\s*\w+)*\s*$",
        Lines,
        Timeout)]
    public static partial Regex PragmaWithoutReason();

    [GeneratedRegex(
        @"\[(assembly:\s*)?SuppressMessage\(((?!Justification)[^\]])*\)\]",
        RegexOptions.ExplicitCapture,
        Timeout)]
    public static partial Regex SuppressionWithoutReason();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", Lines, Timeout)]
    public static partial Regex Namespace();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b", RegexOptions.ExplicitCapture, Timeout)]
    public static partial Regex Postponement();

    [GeneratedRegex(
        @"(nuget|myget|pypi)\.org|npmjs\.(com|org)|pkgs\.dev\.azure|nuget\.pkg\.github",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Timeout)]
    public static partial Regex PackageRegistry();

    // A fixture that NUnit runs, and that says which plugin it tries.
    [GeneratedRegex(
        @"^internal sealed class (?<name>\w+) : ConformanceFixture<\k<name>>.*?ConnectorConformance\.For<\w+Plugin>\(",
        Lines | RegexOptions.Singleline,
        Timeout)]
    public static partial Regex ConformanceTest();
}
