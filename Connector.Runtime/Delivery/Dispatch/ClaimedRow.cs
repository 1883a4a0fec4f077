namespace Connector.Runtime.Delivery;

/// <summary>A message that a host has just taken, with its sealed content.</summary>
internal sealed record ClaimedRow(MessageRecord Record, byte[]? Content);
