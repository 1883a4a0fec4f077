using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Isolation;

/// <summary>Sends what is logged in a worker to the host. Thread-safe.</summary>
internal sealed class WorkerLogger(WorkerChannel channel) : ILogger
{
    private static readonly AsyncLocal<long> Call = new();

    /// <summary>What the host asked for, of which the code that runs here is a part.</summary>
    public static long CurrentCall
    {
        get => Call.Value;
        set => Call.Value = value;
    }

    /// <summary>The least severe that the host writes.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.Information;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel && logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            var entry = new WorkerLogEntry(logLevel, eventId.Id, formatter(state, exception));
            var body = JsonSerializer.SerializeToElement(entry, WorkerJson.Default.WorkerLogEntry);
            _ = SendAsync(new WorkerFrame(CurrentCall, WorkerCall.Log, body));
        }
    }

    private async Task SendAsync(WorkerFrame frame)
    {
        try
        {
            await channel.WriteAsync(frame);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The host is gone, and nobody is left to tell.
        }
    }
}
