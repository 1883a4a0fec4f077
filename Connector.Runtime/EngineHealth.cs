using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime;

/// <summary>Whether the engine can take messages and deliver them. Thread-safe.</summary>
public sealed class EngineHealth
{
    private readonly DatabaseOpening opening;
    private readonly HostWatch hosts;
    private readonly IDeliveryEngine engine;

    internal EngineHealth(DatabaseOpening opening, HostWatch hosts, IDeliveryEngine engine)
    {
        this.hosts = hosts;
        this.opening = opening;
        this.engine = engine;
    }

    /// <summary>Why the database has not been opened; a host tries it again and again, an observer once.</summary>
    /// <value><see langword="null"/> when it is open, or about to be.</value>
    public StorageException? StorageTrouble => opening.Trouble;

    /// <summary>What keeps the engine from working, for operators.</summary>
    /// <value><see langword="null"/> when nothing does.</value>
    public string? Trouble => opening.Trouble?.Message ?? hosts.Trouble ?? engine.Trouble;
}
