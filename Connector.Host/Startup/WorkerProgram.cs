namespace Connector.Host.Startup;

/// <summary>How the host starts itself to run a single connector.</summary>
internal static class WorkerProgram
{
    /// <summary>The first argument of such a process; the host's socket follows.</summary>
    public const string Verb = "worker";

    private const string Name = "connector-host";

    /// <summary>This very program, however it was started; tests run in another one.</summary>
    public static IReadOnlyList<string> Command
    {
        get
        {
            if (Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == Name)
            {
                return [path, Verb];
            }

            var program = Path.Combine(AppContext.BaseDirectory, $"{Name}.dll");
            return File.Exists(program) ? [Dotnet(), program, Verb] : [];
        }
    }

    private static string Dotnet() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
