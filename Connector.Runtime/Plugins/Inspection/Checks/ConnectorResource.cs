namespace Connector.Runtime.Plugins;

/// <summary>Names of what the contract's build targets embed.</summary>
internal static class ConnectorResource
{
    public const string Manifest = "connector/connector.json";

    public static string Asset(string fileName) => $"connector/{fileName}";
}
