namespace TestServers.Processes;

/// <summary>Where the servers' programs are on this machine.</summary>
internal static class Binaries
{
    private static readonly string[] SearchPath =
        OperatingSystem.IsLinux() ? Environment.GetEnvironmentVariable("PATH")?.Split(':') ?? [] : [];

    /// <summary>The folder with <c>postgres</c> and <c>initdb</c>; the newest, where Debian has several.</summary>
    public static string? Postgres { get; } =
        SearchPath.Concat(Versions("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")))
            .FirstOrDefault(folder => Has(folder, "postgres") && Has(folder, "initdb"));

    /// <summary>
    /// The folder with <c>rabbitmq-server</c> itself. Debian has a wrapper in the search path that changes the user and
    /// writes to the service's folders; beside the real one lies <c>rabbitmq-env</c>.
    /// </summary>
    public static string? RabbitMq { get; } =
        SearchPath.Prepend("/usr/lib/rabbitmq/bin")
            .FirstOrDefault(folder => Has(folder, "rabbitmq-server") && Has(folder, "rabbitmq-env"));

    private static bool Has(string folder, string program) => File.Exists(Path.Combine(folder, program));

    private static IEnumerable<string> Versions(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder)
                .OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var version) ? version : 0)
            : [];
}
