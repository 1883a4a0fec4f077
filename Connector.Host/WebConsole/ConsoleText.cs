namespace Connector.Host.WebConsole;

/// <summary>Names the texts that every page uses: <c>ConsoleText.resx</c> and its translations.</summary>
internal sealed class ConsoleText;
