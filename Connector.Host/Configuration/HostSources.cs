using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.FileProviders;

namespace Connector.Host.Configuration;

/// <summary>The sources of the configuration, weakest first; <c>docs/operators.md</c> lists them for people.</summary>
internal static class HostSources
{
    /// <summary>A folder with one secret per file, named like the setting with <c>__</c> for <c>:</c>.</summary>
    public const string SecretsPathKey = "ConnectorHost:SecretsPath";

    public static void Add(IConfigurationBuilder builder, HostPlace place, string[] settings)
    {
        var sources = builder.Sources;
        AddJson(builder, AppContext.BaseDirectory, place.Environment);
        if (!IsSameFolder(place.ContentRoot, AppContext.BaseDirectory))
        {
            AddJson(builder, place.ContentRoot, place.Environment);
        }

        var secretsPosition = sources.Count;
        builder.AddEnvironmentVariables("DOTNET_");
        builder.AddEnvironmentVariables("ASPNETCORE_");
        builder.AddEnvironmentVariables();
        builder.AddCommandLine(settings);
        if (FindSecretsFolder(builder, place) is { } folder)
        {
            sources.Insert(secretsPosition, Secrets(folder));
        }
    }

    private static void AddJson(IConfigurationBuilder builder, string folder, string environment)
    {
        // Read once: what a changed file means for running connectors is decided by whoever can apply it.
        builder.AddJsonFile(Path.Combine(folder, "appsettings.json"), optional: true, reloadOnChange: false);
        builder.AddJsonFile(
            Path.Combine(folder, $"appsettings.{environment}.json"), optional: true, reloadOnChange: false);
    }

    private static string? FindSecretsFolder(IConfigurationBuilder builder, HostPlace place)
    {
        var configuration = builder as IConfiguration ?? builder.Build();
        if (configuration[SecretsPathKey] is not { Length: > 0 } path)
        {
            return null;
        }

        var folder = Path.GetFullPath(path, place.ContentRoot);
        return Directory.Exists(folder)
            ? folder
            : throw new HostConfigurationException($"{SecretsPathKey} names a folder that does not exist: {folder}");
    }

    private static KeyPerFileConfigurationSource Secrets(string folder) => new()
    {
        FileProvider = new PhysicalFileProvider(folder),
        ReloadOnChange = false,
    };

    private static bool IsSameFolder(string left, string right) =>
        Path.TrimEndingDirectorySeparator(left) == Path.TrimEndingDirectorySeparator(right);
}
