using System.Diagnostics;
using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests.Guides;

/// <summary>A shell that remembers where it is, on a machine with the SDK and a host's program.</summary>
internal sealed class Terminal
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, string> environment;
    private readonly string place;
    private string folder;

    /// <param name="folder">Where to begin; must be empty.</param>
    /// <param name="environment">Variables, beyond what the machine has.</param>
    public Terminal(string folder, IReadOnlyDictionary<string, string> environment)
    {
        this.folder = folder;
        var tools = Directory.CreateDirectory(Path.Combine(folder, "..", "guide-tools")).FullName;
        place = Path.Combine(tools, "place");
        WriteProgram(tools);
        this.environment = new Dictionary<string, string>(environment, StringComparer.Ordinal)
        {
            ["PATH"] = string.Join(
                Path.PathSeparator,
                tools,
                Path.GetDirectoryName(Dotnet.Program),
                Environment.GetEnvironmentVariable("PATH")),
            // Templates are installed for this author only.
            ["DOTNET_CLI_HOME"] = tools,
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        };
    }

    public IReadOnlyDictionary<string, string> Variables => environment;

    /// <summary>Types commands.</summary>
    /// <returns>All that they have written.</returns>
    public async Task<string> SucceedAsync(string commands)
    {
        var (exitCode, output, errors) = await RunAsync(Start(commands));
        Assert.That(exitCode, Is.Zero, $"{commands}\n{output}\n{errors}");
        folder = (await File.ReadAllTextAsync(place)).Trim();
        return output;
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(ProcessStartInfo start)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private ProcessStartInfo Start(string commands)
    {
        var start = new ProcessStartInfo("sh", ["-e", "-c", $"{commands}\npwd >\"$PLACE\""])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        AuthorEnvironment.Prepare(start);
        start.Environment["PLACE"] = place;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static void WriteProgram(string tools)
    {
        var program = Path.Combine(tools, "connector-host");
        var host = Path.Combine(AppContext.BaseDirectory, "connector-host.dll");
        File.WriteAllText(program, $"#!/bin/sh\nexec \"{Dotnet.Program}\" \"{host}\" \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
