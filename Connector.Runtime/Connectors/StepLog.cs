using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>Keeps what a connector logs during a test, with the host's own steps, for the person who tests.</summary>
internal sealed class StepLog(TimeProvider timeProvider) : ILogger
{
    private const int MaxEntries = 200;

    private readonly long started = timeProvider.GetTimestamp();
    private readonly ConcurrentQueue<string> entries = new();

    public IReadOnlyList<string> Entries => [.. entries];

    public void Add(string step)
    {
        if (entries.Count < MaxEntries)
        {
            var elapsed = timeProvider.GetElapsedTime(started).TotalMilliseconds;
            entries.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{elapsed:0} ms: {step}"));
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Add($"[{logLevel}] {formatter(state, exception)}");
        }
    }
}
