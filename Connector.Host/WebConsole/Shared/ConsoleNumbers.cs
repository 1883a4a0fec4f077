using System.Globalization;

namespace Connector.Host.WebConsole;

/// <summary>
/// Writes numbers as people of the page's language do. The host itself knows no cultures: their data is not part of it.
/// </summary>
internal static class ConsoleNumbers
{
    private const string Amount = "#,0.00##";

    private static readonly NumberFormatInfo Spanish = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
    };

    private static NumberFormatInfo Format =>
        ConsoleLanguages.Current == "es" ? Spanish : NumberFormatInfo.InvariantInfo;

    public static string Show(long count) => count.ToString("N0", Format);

    /// <summary>Cents and their fractions, which is what messages cost.</summary>
    public static string ShowAmount(decimal amount) => amount.ToString(Amount, Format);
}
