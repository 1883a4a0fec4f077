namespace Connector.Abstractions.Capabilities;

/// <summary>Reads the delivery receipts that the provider posts. A connector may implement it.</summary>
/// <remarks>Thread-safe like the connector itself.</remarks>
public interface IDeliveryReceiptReader
{
    /// <summary>Verifies the provider's signature, and only then reads what the request says.</summary>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="cancellationToken">Fires when the caller has gone.</param>
    /// <returns>
    /// What the request was, never <see langword="null"/>. A forged request is a reading, not an exception.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    ValueTask<ReceiptReading> ReadReceiptAsync(ReceiptRequest request, CancellationToken cancellationToken);
}
