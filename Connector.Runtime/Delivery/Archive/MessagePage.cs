namespace Connector.Runtime.Delivery;

/// <summary>Some of the messages asked for.</summary>
/// <param name="Messages">The newest first.</param>
/// <param name="Next">
/// The cursor of the next page; <see langword="null"/> on the last one. A page before it may hold fewer messages than
/// asked for, even none, when matching ones are rare.
/// </param>
/// <param name="Limit">How many were asked for.</param>
public sealed record MessagePage(IReadOnlyList<MessageResult> Messages, string? Next, int Limit);
