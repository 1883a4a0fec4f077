namespace Connector.Host.WebConsole;

/// <summary>What somebody typed that is no JSON, so that it can't be in the configuration.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Fault">What is wrong, for the person who typed it.</param>
internal sealed record UnreadText(string Text, string Fault);
