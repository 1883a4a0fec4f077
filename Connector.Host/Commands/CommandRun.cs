using System.CommandLine;

namespace Connector.Host.Commands;

/// <summary>What every command needs to run once.</summary>
/// <param name="Arguments">The parsed command line.</param>
/// <param name="Settings">Settings from the command line.</param>
/// <param name="Output">Where the answer goes.</param>
/// <param name="Verbose">Whether the engine's log goes to the error output.</param>
internal sealed record CommandRun(ParseResult Arguments, string[] Settings, CommandOutput Output, bool Verbose)
{
    /// <summary>Starts the engine; the caller disposes it.</summary>
    public Task<Engine> StartEngineAsync(CancellationToken cancellationToken) =>
        Engine.StartAsync(Settings, Verbose, cancellationToken);

    /// <summary>Says on the error output what could not be found.</summary>
    public static int Missing(string what)
    {
        Console.Error.WriteLine(what);
        return ExitCode.Negative;
    }
}
