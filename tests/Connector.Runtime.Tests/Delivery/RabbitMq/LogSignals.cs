using System.Collections.Concurrent;
using System.Threading.Channels;
using Connector.Runtime.Delivery;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>A log that tests wait on.</summary>
internal sealed class LogSignals : ILogger<RabbitMqOffers>
{
    private readonly ConcurrentDictionary<int, Channel<string>> lines = new();

    /// <summary>The next line with this event id that hasn't been waited for.</summary>
    public async Task<string> NextAsync(int eventId) =>
        await LinesOf(eventId).Reader.ReadAsync().AsTask().WaitAsync(OffersFixture.Limit);

    /// <summary>Lines with this event id that nobody has waited for.</summary>
    public int CountLeft(int eventId) => LinesOf(eventId).Reader.Count;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        Microsoft.Extensions.Logging.EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        LinesOf(eventId.Id).Writer.TryWrite(formatter(state, exception));

    private Channel<string> LinesOf(int eventId) => lines.GetOrAdd(eventId, _ => Channel.CreateUnbounded<string>());
}
