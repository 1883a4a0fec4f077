using System.Diagnostics;

namespace TestServers.Processes;

/// <summary>A folder in the temporary one with everything that a server writes, readable by its user only.</summary>
internal sealed class ServerFolder
{
    private ServerFolder(string path) => Path = path;

    public string Path { get; }

    public static ServerFolder Create(string server) =>
        new(Directory.CreateTempSubdirectory($"connector-{server}-").FullName);

    public string Write(string name, string content, UnixFileMode mode)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }

        return path;
    }

    /// <exception cref="InvalidOperationException">The command failed; says what it wrote.</exception>
    public async Task RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command[0]} failed. {await output} {await errors}");
        }
    }

    public void Delete()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
