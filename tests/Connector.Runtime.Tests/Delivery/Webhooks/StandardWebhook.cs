using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>How a receiver checks events. It shares nothing with the product, and docs/api.md shows it.</summary>
internal static class StandardWebhook
{
    // documented
    public static bool IsGenuine(
        string secret, string id, string timestamp, string signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > 300)
        {
            return false; // Old ones may be copies that somebody sends again.
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed);
        return signatures.Split(' ').Any(signature => signature.StartsWith("v1,", StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(signature[3..]), Encoding.ASCII.GetBytes(Convert.ToBase64String(expected))));
    }

    // end
}
