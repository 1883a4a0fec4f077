namespace Connector.Host.WebConsole;

/// <summary>Names the texts of the pages of messages: <c>MessagesText.resx</c> and its translations.</summary>
internal sealed class MessagesText;
