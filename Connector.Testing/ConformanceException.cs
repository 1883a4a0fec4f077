namespace Connector.Testing;

/// <summary>A connector breaks a rule.</summary>
/// <param name="message">What was found.</param>
public sealed class ConformanceException(string message) : Exception(message);
