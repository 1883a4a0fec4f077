using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Isolation;

/// <summary>Writes what a connector in a worker logs into the host's log, as if written there.</summary>
internal static class WorkerLog
{
    public static void Write(ILogger logger, WorkerLogEntry entry) =>
        logger.Log(entry.Level, entry.EventId, entry.Text, exception: null, static (text, _) => text);
}
