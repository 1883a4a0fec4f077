namespace Connector.Host.WebConsole;

/// <summary>Names the texts of the API keys' page: <c>KeysText.resx</c> and its translations.</summary>
internal sealed class KeysText;
