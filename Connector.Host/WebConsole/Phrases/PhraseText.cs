namespace Connector.Host.WebConsole;

/// <summary>
/// Names what the engine and the API say, <c>PhraseText.resx</c>, and its translations. Each is called as in English.
/// </summary>
internal sealed class PhraseText;
