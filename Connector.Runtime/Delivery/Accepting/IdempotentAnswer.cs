namespace Connector.Runtime.Delivery;

/// <summary>What an earlier request with the same key was answered.</summary>
/// <param name="MessageId">Its message.</param>
/// <param name="HasWaited">Whether it waited for the message's status.</param>
/// <param name="Message">The answer; <see langword="null"/> when it was never given.</param>
internal sealed record IdempotentAnswer(string MessageId, bool HasWaited, MessageResult? Message);
