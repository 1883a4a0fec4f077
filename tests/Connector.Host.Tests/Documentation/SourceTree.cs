namespace Connector.Host.Tests.Documentation;

/// <summary>Where the documentation is that tests read.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ConnectorPlatform.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
