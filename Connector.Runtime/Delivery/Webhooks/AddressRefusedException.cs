namespace Connector.Runtime.Delivery;

/// <summary>A webhook's name leads to no address that events may be sent to.</summary>
internal sealed class AddressRefusedException() : Exception("The address is not public, and not allowed.");
