using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Isolation;

/// <summary>What a connector in a worker writes to the log.</summary>
internal sealed record WorkerLogEntry(LogLevel Level, int EventId, string Text);
