using System.Net;

namespace Connector.Runtime.Delivery;

/// <summary>Where events may be sent: section <c>ConnectorHost:Delivery:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// Networks that webhooks may lead to although they are not public: the host's own machine, its private network.
    /// </summary>
    /// <value>Empty.</value>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; set; } = [];

    /// <summary>Whether webhooks may have addresses that begin with <c>http://</c>.</summary>
    /// <value><see langword="false"/>: only <c>https://</c>.</value>
    public bool AllowHttp { get; set; }
}
