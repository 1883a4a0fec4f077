namespace Connector.Abstractions;

/// <summary>Sends verification-code SMS through one provider account.</summary>
/// <remarks>
/// One instance serves one configured connector until the host disposes it. The host calls it from many threads at
/// once, so implementations are thread-safe. They never retry by themselves: the host knows the message's lifetime, the
/// other connectors and the attempts already made. An implementation may also be <see cref="IDisposable"/> or
/// <see cref="IAsyncDisposable"/>; the host then disposes it once, after its last send has ended. Further abilities are
/// optional interfaces in <see cref="Capabilities"/>.
/// </remarks>
public interface ISmsConnector
{
    /// <summary>Submits one message to the provider.</summary>
    /// <param name="phone">The recipient.</param>
    /// <param name="usageType">Why the message is sent; selects the template.</param>
    /// <param name="payload">What the template may show, and what the host knows about this delivery.</param>
    /// <param name="cancellationToken">
    /// Fires when the caller no longer waits or the host's send deadline has passed.
    /// </param>
    /// <returns>
    /// The provider's verdict, never <see langword="null"/>. A failure of the provider or of the network is an outcome,
    /// not an exception.
    /// </returns>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> fired; the message may still have left.
    /// </exception>
    Task<SendOutcome> SendAsync(
        PhoneNumber phone,
        UsageType usageType,
        SmsPayload payload,
        CancellationToken cancellationToken = default);
}
