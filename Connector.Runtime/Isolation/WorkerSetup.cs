using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Isolation;

/// <summary>What a worker needs to make one connector.</summary>
internal sealed record WorkerSetup
{
    public required string PluginId { get; init; }

    /// <summary>Absolute path of the staged DLL.</summary>
    public required string Assembly { get; init; }

    public required string EntryType { get; init; }

    public required string ConnectorName { get; init; }

    /// <summary>Secrets included.</summary>
    public required JsonElement Config { get; init; }

    public string DataDirectory { get; init; } = "";

    public TimeSpan ActivationTimeout { get; init; }

    public TimeSpan SendTimeout { get; init; }

    public int MaxThreads { get; init; }

    /// <summary>What the host would not write is not sent to it.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.None;

    public override string ToString() => ConnectorName;
}
