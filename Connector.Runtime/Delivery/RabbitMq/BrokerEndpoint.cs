using RabbitMQ.Client;

namespace Connector.Runtime.Delivery;

/// <summary>Where the broker is. Its text has neither user nor password.</summary>
internal sealed class BrokerEndpoint
{
    private readonly ConnectionFactory factory;
    private readonly TimeSpan limit;

    public BrokerEndpoint(Uri uri, TimeSpan limit)
    {
        this.limit = limit;
        factory = new ConnectionFactory
        {
            Uri = uri,
            // RabbitMqOffers connects again itself: it also has to tell what state it is in, and renew what hangs.
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(10),
            RequestedConnectionTimeout = limit,
            HandshakeContinuationTimeout = limit,
            ContinuationTimeout = limit,
        };
    }

    public string VirtualHost => factory.VirtualHost;

    public string Host => factory.HostName;

    /// <summary>Connects under a name by which the broker's own tools show the connection.</summary>
    public async Task<IConnection> ConnectAsync(string purpose, CancellationToken cancellationToken)
    {
        var name = $"connector-host {purpose} {Environment.MachineName}/{Environment.ProcessId}";
        return await factory.CreateConnectionAsync(name, cancellationToken);
    }

    /// <summary>
    /// Closes it, but doesn't wait for long: the client's own closing has been seen to wait for ever.
    /// </summary>
    public async Task CloseAsync(IConnection connection, TimeProvider time)
    {
        var closing = connection.CloseAsync(
            Constants.ReplySuccess, "", limit, abort: true, CancellationToken.None);
        if (await Task.WhenAny(closing, Task.Delay(limit, time)) == closing)
        {
            await connection.DisposeAsync();
        }
    }

    public override string ToString() => $"{factory.HostName}:{factory.Endpoint.Port}";
}
