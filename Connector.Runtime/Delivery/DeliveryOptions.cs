namespace Connector.Runtime.Delivery;

/// <summary>How messages are delivered: section <c>ConnectorHost:Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>What decides which host works on which message next.</summary>
    /// <value><see cref="DeliveryEngine.Database"/>.</value>
    public DeliveryEngine Engine { get; set; } = DeliveryEngine.Database;

    /// <summary>How many messages one host sends through one connector at the same time.</summary>
    /// <value>500. From 1 to 10,000.</value>
    public int Concurrency { get; set; } = 500;

    /// <summary>
    /// How many messages may wait before further ones are refused with a request to come back later.
    /// </summary>
    /// <value>1,000,000. From 1 to 100,000,000.</value>
    public int MaxBacklog { get; set; } = 1_000_000;

    /// <summary>What happens to a message when nobody knows whether it left.</summary>
    /// <value><see cref="ResendUnknown.AfterLookup"/>.</value>
    public ResendUnknown ResendUnknown { get; set; } = ResendUnknown.AfterLookup;

    /// <summary>The longest wait before the first retry; each further one may be twice as long.</summary>
    /// <value>1 second. From 10 milliseconds to 1 minute.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait before any retry, unless the provider asks for a longer one.</summary>
    /// <value>1 minute. From 10 milliseconds to 1 hour.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a host may be silent before the others take its messages over.</summary>
    /// <value>10 seconds. From 1 second to 5 minutes. Of use with PostgreSQL only.</value>
    public TimeSpan HostTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long the code, the number and the texts of a message are kept after it has been handed over.
    /// </summary>
    /// <value>Zero: wiped at once. Up to 30 days.</value>
    public TimeSpan KeepContent { get; set; } = TimeSpan.Zero;

    /// <summary>
    /// Whether the code, the number and the texts of a message that failed, or of which nobody knows whether it left,
    /// are kept until it expires, so that it can be sent again.
    /// </summary>
    /// <value><see langword="false"/>: they are wiped as those of any other.</value>
    public bool KeepFailedContent { get; set; }

    /// <summary>How long the status of a message is kept.</summary>
    /// <value>30 days. From 1 hour to 10 years.</value>
    public TimeSpan KeepMessages { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// The address under which providers reach this host, such as <c>https://sms.example.com</c>, for their delivery
    /// receipts.
    /// </summary>
    /// <value><see langword="null"/>: providers are not asked for receipts.</value>
    public Uri? PublicUrl { get; set; }

    /// <summary>The broker, for <see cref="DeliveryEngine.RabbitMq"/>.</summary>
    public RabbitMqOptions RabbitMq { get; } = new();

    /// <summary>Where events may be sent.</summary>
    public WebhookOptions Webhooks { get; } = new();
}
