using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Connectors.TwilioSms.Receipts;

/// <summary>Checks <c>X-Twilio-Signature</c> (https://www.twilio.com/docs/usage/security).</summary>
internal sealed class TwilioSignature(string authToken)
{
    private readonly byte[] key = Encoding.UTF8.GetBytes(authToken);

    /// <summary>Whether Twilio signed this address with these fields.</summary>
    /// <param name="signature">The header.</param>
    /// <param name="url">The address as it was called.</param>
    /// <param name="fields">The form's fields; <see langword="null"/> when the address alone is signed.</param>
    public bool IsValid(string signature, string url, FormFields? fields)
    {
        var claimed = Encoding.UTF8.GetBytes(signature);
        var isValid = false;

        // No early exit: how long the check takes must not tell which form came close.
        foreach (var candidate in SignedUrls.Of(url))
        {
            isValid |= CryptographicOperations.FixedTimeEquals(claimed, Sign(candidate, fields));
        }

        return isValid;
    }

    /// <summary>Whether a body is the one that a signed address names by its hash.</summary>
    public static bool IsHashOf(string hash, ReadOnlySpan<byte> body)
    {
        var actual = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body)));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash.ToLowerInvariant()), actual);
    }

    [SuppressMessage("Security", "CA5350", Justification = "Twilio signs with HMAC-SHA1.")]
    private byte[] Sign(string url, FormFields? fields)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, key);
        hmac.AppendData(Encoding.UTF8.GetBytes(url));
        foreach (var part in fields?.InSignedOrder() ?? [])
        {
            hmac.AppendData(part);
        }

        return Encoding.ASCII.GetBytes(Convert.ToBase64String(hmac.GetHashAndReset()));
    }
}
