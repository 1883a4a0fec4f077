namespace Connector.Measurements;

/// <summary>Where the build has put what is measured.</summary>
internal static class RepositoryPaths
{
    private static readonly DirectoryInfo Output = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static string Root { get; } = FindRoot();

    /// <summary>The host's folder.</summary>
    public static string Host => OutputOf("Connector.Host");

    /// <summary>The plugins that the host brings along.</summary>
    public static string BundledPlugins => Path.Combine(Host, "plugins");

    public static string TwilioAssembly => Path.Combine(BundledPlugins, "twilio-sms", "Connectors.TwilioSms.dll");

    /// <summary>The plugin whose connectors accept everything.</summary>
    public static string LoadConnector =>
        Path.Combine(OutputOf("benchmarks/LoadConnector"), "LoadConnector.dll");

    /// <summary>The plugin whose connectors go wrong.</summary>
    public static string ChaosConnector =>
        Path.Combine(Root, "tests/plugins/bin", Output.Parent!.Name, "ChaosConnector", "ChaosConnector.dll");

    public static string EmptyWebApp => Path.Combine(OutputOf("benchmarks/EmptyWebApp"), "EmptyWebApp.dll");

    /// <summary>The same configuration and framework as this program's.</summary>
    private static string OutputOf(string project) =>
        Path.Combine(Root, project, "bin", Output.Parent!.Name, Output.Name);

    private static string FindRoot()
    {
        for (var folder = Output; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConnectorPlatform.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run it from the repository: dotnet run -c Release.");
    }
}
