namespace Connector.Runtime.Delivery;

/// <summary>What a connector's limits allow at the moment.</summary>
/// <param name="Count">How many messages may be sent.</param>
/// <param name="HeldBack">Why not all that were wanted.</param>
/// <param name="Wait">When to ask again, unless all that were wanted may be sent.</param>
internal readonly record struct Grant(int Count, HeldBack HeldBack = HeldBack.No, TimeSpan Wait = default);
