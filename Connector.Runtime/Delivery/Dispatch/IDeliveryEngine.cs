namespace Connector.Runtime.Delivery;

/// <summary>
/// Decides which host works on which message next. The database holds the messages, whatever it decides.
/// </summary>
internal interface IDeliveryEngine : IBackgroundWork
{
    /// <summary>Why it can't work at the moment, for operators; <see langword="null"/> when it can.</summary>
    string? Trouble { get; }

    /// <summary>
    /// Takes a place for a message that is about to be stored, so that this host sends it as soon as it is.
    /// </summary>
    /// <returns>Whether there is one; then <see cref="Start"/> or <see cref="Release"/> must follow.</returns>
    bool TryReserve(string connector);

    /// <summary>Gives a place back that is not needed after all.</summary>
    void Release(string connector);

    /// <summary>Begins to send a message that was stored as this host's.</summary>
    void Start(ClaimedMessage delivery);

    /// <summary>A message waits in the database. Never throws: it would be found all the same, only later.</summary>
    void Offer(string messageId, string connector, TimeSpan delay);

    /// <summary>Messages may have become due that were not before.</summary>
    void WakeAll();
}
