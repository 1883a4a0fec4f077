namespace Connector.Runtime.Delivery;

/// <summary>The messages that wait for any host.</summary>
/// <param name="Waiting">How many there are; no more than <paramref name="Limit"/> are counted.</param>
/// <param name="Limit">How many may wait before further ones are refused.</param>
/// <param name="OverdueFor">
/// For how long the next one could have been sent; zero when it is not its turn yet, or none waits.
/// </param>
public sealed record BacklogReport(long Waiting, long Limit, TimeSpan OverdueFor)
{
    /// <summary>
    /// By how many messages the backlog has grown in the last minute, when more came all that time than went; zero when
    /// that is not so, or nobody has asked for so long.
    /// </summary>
    public long Growth { get; init; }
}
