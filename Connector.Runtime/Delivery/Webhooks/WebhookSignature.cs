using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Runtime.Delivery;

/// <summary>Signs events as Standard Webhooks says: HMAC-SHA256 over id, time and body.</summary>
internal static class WebhookSignature
{
    /// <param name="keys">Each makes a signature of its own; any of them convinces the receiver.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="timestamp">Seconds since 1970, UTC.</param>
    /// <param name="body">The bytes as they are sent.</param>
    /// <returns>The signatures, separated by spaces.</returns>
    public static string Create(IReadOnlyList<byte[]> keys, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        byte[] content = [.. head, .. body];
        return string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, content))}"));
    }
}
