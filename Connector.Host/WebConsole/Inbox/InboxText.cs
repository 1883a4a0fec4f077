namespace Connector.Host.WebConsole;

/// <summary>Names the texts of the inbox: <c>InboxText.resx</c> and its translations.</summary>
internal sealed class InboxText;
