namespace Connector.Runtime.Delivery;

/// <summary>Which of a connector's limits keeps waiting messages from being sent.</summary>
internal enum HeldBack
{
    /// <summary>Neither.</summary>
    No,

    /// <summary>As many as allowed are on their way; the next may leave when one has arrived.</summary>
    ByConcurrency,

    /// <summary>As many as allowed a second have left; the next may leave when time has passed.</summary>
    ByRate,
}
