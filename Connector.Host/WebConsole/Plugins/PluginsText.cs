namespace Connector.Host.WebConsole;

/// <summary>Names the texts of the plugins' page: <c>PluginsText.resx</c> and its translations.</summary>
internal sealed class PluginsText;
