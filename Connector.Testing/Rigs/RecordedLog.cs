using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Connector.Testing.Rigs;

/// <summary>A log that keeps everything, of every level. Thread-safe.</summary>
public sealed class RecordedLog : ILogger
{
    private readonly ConcurrentQueue<string> entries = new();

    /// <summary>
    /// Each entry as one text: level, message, every value given to it and the exception with its stack.
    /// </summary>
    public IReadOnlyList<string> Entries => [.. entries];

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        entries.Enqueue($"Scope {Describe(state)}");
        return null;
    }

    /// <summary>Everything is logged.</summary>
    /// <param name="logLevel">Any.</param>
    /// <returns><see langword="true"/>.</returns>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        entries.Enqueue($"{logLevel} {formatter(state, exception)} {Describe(state)} {exception}");
    }

    private static string Describe<TState>(TState state) => state is IEnumerable<KeyValuePair<string, object?>> values
        ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}"))
        : $"{state}";
}
