using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime;

/// <summary>Looks at what the engine relies on, without changing anything. Thread-safe.</summary>
public sealed class EngineInspection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Database database;
    private readonly ConnectorRuntimeOptions options;
    private readonly TimeProvider timeProvider;

    internal EngineInspection(
        Database database, IOptions<ConnectorRuntimeOptions> options, TimeProvider timeProvider)
    {
        this.database = database;
        this.options = options.Value;
        this.timeProvider = timeProvider;
    }

    /// <summary>Whether the database answers, and how its schema is.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<InspectedPart> LookAtStorageAsync(CancellationToken cancellationToken = default)
    {
        var name = $"{(database.IsShared ? "PostgreSQL" : "SQLite")} at {database.Location}";
        try
        {
            return Judge(name, await database.OpenReadOnlyAsync(cancellationToken));
        }
        catch (StorageException error)
        {
            return new InspectedPart(name, IsUsable: false, error.Message, error.Fix);
        }
    }

    /// <summary>Whether the broker lets this host in.</summary>
    /// <returns><see langword="null"/> when messages go through no broker.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<InspectedPart?> LookAtBrokerAsync(CancellationToken cancellationToken = default)
    {
        if (options.Delivery.Engine != DeliveryEngine.RabbitMq)
        {
            return null;
        }

        var broker = new BrokerEndpoint(new Uri(options.Delivery.RabbitMq.Uri), Patience);
        var name = $"RabbitMQ at {broker}";
        try
        {
            var connection = await broker.ConnectAsync("doctor", cancellationToken);
            await broker.CloseAsync(connection, timeProvider);
            return new InspectedPart(name, IsUsable: true, "lets this host in");
        }
        catch (Exception error) when (BrokerFaults.Is(error) && !cancellationToken.IsCancellationRequested)
        {
            return new InspectedPart(
                name,
                IsUsable: false,
                BrokerFaults.Describe(error, broker),
                "Check that the broker runs, and correct ConnectorHost:Delivery:RabbitMq:Uri.");
        }
    }

    private static InspectedPart Judge(string name, SchemaState state) => state switch
    {
        SchemaState.Current => new InspectedPart(name, IsUsable: true, "answers, and its schema is up to date"),
        SchemaState.Older => new InspectedPart(
            name, IsUsable: true, "its schema is of an earlier version; the next start of a host brings it up to date"),
        SchemaState.Missing => new InspectedPart(
            name, IsUsable: true, "holds nothing yet; the first start of a host creates what is needed"),
        _ => new InspectedPart(
            name, IsUsable: false, "its schema is of a later version", "Use that version of the host or a later one."),
    };
}
