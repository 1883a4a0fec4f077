using System.Globalization;

namespace Connector.Host.WebConsole;

/// <summary>
/// The languages of the console. Another one needs an entry here and a <c>.resx</c> file beside each English one.
/// </summary>
internal static class ConsoleLanguages
{
    public const string Default = "en";

    /// <summary>Holds the language that a person has chosen.</summary>
    public const string Cookie = "console-language";

    public static IReadOnlyList<string> All { get; } = [Default, "es"];

    /// <summary>The language of the page that is being made.</summary>
    public static string Current =>
        All.Contains(CultureInfo.CurrentUICulture.Name) ? CultureInfo.CurrentUICulture.Name : Default;

    /// <summary>What a language calls itself.</summary>
    public static string NameOf(string language) => language switch
    {
        "es" => "Español",
        _ => "English",
    };
}
