namespace Connector.Host.Configuration;

/// <summary>The host's own settings cannot be used. The message is for the operator.</summary>
internal sealed class HostConfigurationException(string message) : Exception(message);
