namespace Connector.Runtime.Delivery;

/// <summary>What decides which host works on which message next. The database holds the messages either way.</summary>
public enum DeliveryEngine
{
    /// <summary>The database itself.</summary>
    Database = 0,

    /// <summary>A RabbitMQ broker; needs PostgreSQL for the messages.</summary>
    RabbitMq = 1,
}
