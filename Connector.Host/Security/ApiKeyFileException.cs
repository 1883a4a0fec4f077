namespace Connector.Host.Security;

/// <summary>The key file exists but cannot be used.</summary>
internal sealed class ApiKeyFileException(string path, string cause)
    : Exception($"The API keys in {path} cannot be used: {cause}");
