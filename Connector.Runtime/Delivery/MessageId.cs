namespace Connector.Runtime.Delivery;

/// <summary>Makes message ids: a prefix and a UUIDv7, so that ids sort by time.</summary>
internal static class MessageId
{
    public static string Create(DateTimeOffset now) => $"msg_{Guid.CreateVersion7(now):n}";
}
