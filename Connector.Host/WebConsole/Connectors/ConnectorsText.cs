namespace Connector.Host.WebConsole;

/// <summary>Names the texts of the pages of connectors.</summary>
internal sealed class ConnectorsText;
