using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Connector.Host.WebConsole;

/// <summary>Gives the component library's own texts, such as of a table's pages, in the console's languages.</summary>
internal sealed class MudTexts(IStringLocalizer<ConsoleText> texts) : MudLocalizer
{
    // What isn't translated is marked as not found, and the library uses its own English.
    public override LocalizedString this[string key] => texts[key];
}
