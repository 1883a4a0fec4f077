namespace Connector.Runtime.Delivery;

/// <summary>How far back statistics look.</summary>
public enum StatisticsPeriod
{
    /// <summary>The current five minutes and the eleven before, each by itself.</summary>
    Hour = 0,

    /// <summary>The current hour and the 23 before, each by itself.</summary>
    Day = 1,

    /// <summary>Today and the six days before, each by itself; days are UTC's.</summary>
    Week = 2,
}
