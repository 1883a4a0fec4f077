namespace TestServers.Processes;

/// <summary>A server ended by itself while it was started, often because another program took its port.</summary>
internal sealed class ServerExitedException(string message) : InvalidOperationException(message);
