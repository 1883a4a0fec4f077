using System.Globalization;

namespace Connector.Runtime.Delivery;

/// <summary>Makes message ids: a prefix and a UUIDv7, so that ids sort by time.</summary>
internal static class MessageId
{
    public static string Create(DateTimeOffset now) => $"msg_{Guid.CreateVersion7(now):n}";

    /// <summary>The lowest id that a message of an instant can have; ids sort by time.</summary>
    public static string FirstOf(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"msg_{Math.Max(instant.ToUnixTimeMilliseconds(), 0):x12}");
}
