namespace Connector.Runtime.Connectors;

/// <summary>How a call of a connector's code ended.</summary>
internal enum CallEnd
{
    /// <summary>It gave a result.</summary>
    Completed = 0,

    /// <summary>It gave none before the deadline, and may still run.</summary>
    TimedOut = 1,

    /// <summary>It threw, or gave nothing.</summary>
    Failed = 2,

    /// <summary>It was not called: the connector is being stopped.</summary>
    NotCalled = 3,

    /// <summary>It was not called: until the deadline the plugin blocked all its threads.</summary>
    NoThread = 4,

    /// <summary>It was not called: its plugin is quarantined.</summary>
    Quarantined = 5,
}
