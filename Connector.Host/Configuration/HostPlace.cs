namespace Connector.Host.Configuration;

/// <summary>Where the host runs: decided before anything else is read.</summary>
/// <param name="ContentRoot">Absolute; relative paths in the configuration start here.</param>
/// <param name="Environment">Selects <c>appsettings.{Environment}.json</c>.</param>
internal sealed record HostPlace(string ContentRoot, string Environment)
{
    private const string DefaultEnvironment = "Production";

    /// <summary>Reads the place from <c>DOTNET_</c> and <c>ASPNETCORE_</c> variables and the command line.</summary>
    public static HostPlace From(string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine(settings)
            .Build();
        var root = configuration["contentRoot"] ?? Directory.GetCurrentDirectory();
        return new HostPlace(Path.GetFullPath(root), configuration["environment"] ?? DefaultEnvironment);
    }
}
