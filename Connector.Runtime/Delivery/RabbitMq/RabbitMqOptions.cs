namespace Connector.Runtime.Delivery;

/// <summary>The RabbitMQ broker: section <c>ConnectorHost:Delivery:RabbitMq</c>.</summary>
public sealed class RabbitMqOptions
{
    /// <summary>Where the broker is, with user and password. A secret.</summary>
    /// <value><c>amqp://guest:guest@127.0.0.1:5672/</c>.</value>
    public string Uri { get; set; } = "amqp://guest:guest@127.0.0.1:5672/";

    /// <summary>What the names of this installation's queues begin with; all its hosts have the same.</summary>
    /// <value><c>connectors</c>.</value>
    public string Prefix { get; set; } = "connectors";
}
