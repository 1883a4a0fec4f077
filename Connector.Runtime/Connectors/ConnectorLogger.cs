using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>A connector's log: the host's, and during a test also what the person who tests sees.</summary>
internal sealed class ConnectorLogger(ILogger host) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => host.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => host.IsEnabled(logLevel) || IsStep(logLevel);

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsStep(logLevel))
        {
            StepLog.Current!.Add($"[{logLevel}] {formatter(state, exception)}");
        }

        if (host.IsEnabled(logLevel))
        {
            host.Log(logLevel, eventId, state, exception, formatter);
        }
    }

    private static bool IsStep(LogLevel logLevel) =>
        logLevel is >= LogLevel.Debug and not LogLevel.None && StepLog.Current is not null;
}
