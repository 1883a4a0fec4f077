namespace Connector.Runtime.Delivery;

/// <summary>What a host has to do next for a message. The numbers are stored.</summary>
internal enum MessageWork
{
    None = 0,
    Send = 1,
    LookUp = 2,
}
