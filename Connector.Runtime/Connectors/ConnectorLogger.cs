using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>
/// A connector's log: the host's, and during a test also what the person who tests sees. A flood of entries is cut
/// short, since a full log holds up everybody who writes to it.
/// </summary>
internal sealed class ConnectorLogger(string connector, ILogger host, TimeProvider timeProvider) : ILogger
{
    private const int MaxLength = 8_000;

    private readonly EventBudget budget = new(burst: 500, TimeSpan.FromMilliseconds(20), timeProvider);

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

        if (host.IsEnabled(logLevel) && budget.TryTake(out var unsaid))
        {
            if (unsaid > 0)
            {
                GuardLog.Flooded(host, connector, unsaid);
            }

            host.Log(logLevel, eventId, state, exception, (told, error) => Shorten(formatter(told, error)));
        }
    }

    private static string Shorten(string text) =>
        text is { Length: > MaxLength } ? $"{text.AsSpan(0, MaxLength)}…" : text;

    private static bool IsStep(LogLevel logLevel) =>
        logLevel is >= LogLevel.Debug and not LogLevel.None && StepLog.Current is not null;
}
