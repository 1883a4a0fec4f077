using System.CommandLine;

namespace Connector.Host.Commands;

/// <summary>What every command needs to run once.</summary>
/// <param name="Arguments">The parsed command line.</param>
/// <param name="Settings">Settings from the command line.</param>
/// <param name="Output">Where the answer goes.</param>
/// <param name="Verbose">Whether the engine's log goes to the error output.</param>
internal sealed record CommandRun(ParseResult Arguments, string[] Settings, CommandOutput Output, bool Verbose)
{
    /// <summary>Starts an engine that looks at what the host has and changes nothing; the caller disposes it.</summary>
    public Task<Engine> StartEngineAsync(CancellationToken cancellationToken) =>
        Engine.StartAsync(Settings, EngineUse.Look, Verbose, cancellationToken);

    /// <summary>As <see cref="StartEngineAsync"/>, also when the database can't be read.</summary>
    public Task<Engine> StartInspectingEngineAsync(CancellationToken cancellationToken) =>
        Engine.StartAsync(Settings, EngineUse.Inspect, Verbose, cancellationToken);

    /// <summary>Starts an engine that can send, beside a host that runs; the caller disposes it.</summary>
    public Task<Engine> StartSendingEngineAsync(CancellationToken cancellationToken) =>
        Engine.StartAsync(Settings, EngineUse.Send, Verbose, cancellationToken);

    /// <summary>Opens an engine that has read the settings and starts nothing; the caller disposes it.</summary>
    public Task<Engine> OpenEngineAsync(EngineUse use, CancellationToken cancellationToken) =>
        Engine.StartAsync(Settings, use, Verbose, cancellationToken);

    /// <summary>Says on the error output what could not be found.</summary>
    public static int Missing(string what)
    {
        Console.Error.WriteLine(what);
        return ExitCode.Negative;
    }
}
