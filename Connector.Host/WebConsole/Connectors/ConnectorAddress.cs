namespace Connector.Host.WebConsole;

/// <summary>The addresses of the pages of connectors.</summary>
internal static class ConnectorAddress
{
    public const string List = "/connectors";
    public const string Add = "/connectors/add";

    /// <summary>The page of one connector; one that is called "add" has it elsewhere.</summary>
    public static string Of(string name) =>
        name.Equals("add", StringComparison.OrdinalIgnoreCase) ? $"/connector/{name}" : $"{List}/{name}";

    /// <summary>The catalogue.</summary>
    /// <param name="replaces">The connector that another plugin is to take over from.</param>
    public static string Catalogue(string? replaces) => Add + Query(replaces);

    public static string Guide(string pluginId, string? replaces) =>
        $"{Add}/{Uri.EscapeDataString(pluginId)}{Query(replaces)}";

    private static string Query(string? replaces) =>
        replaces is null ? "" : $"?replaces={Uri.EscapeDataString(replaces)}";
}
