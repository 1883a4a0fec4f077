using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Connector.Runtime.Plugins;

/// <summary>ECDSA keys on the curve P-256, and signatures over SHA-256 as OpenSSL writes them: DER.</summary>
internal static class SigningKey
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const DSASignatureFormat Format = DSASignatureFormat.Rfc3279DerSequence;

    /// <summary>Reads a public key.</summary>
    /// <param name="text">Base64 of a SubjectPublicKeyInfo, with or without the lines of PEM around it.</param>
    /// <param name="publicKey">The SubjectPublicKeyInfo.</param>
    /// <returns>Whether it is a key on P-256.</returns>
    public static bool TryReadPublic(string text, [NotNullWhen(true)] out byte[]? publicKey)
    {
        publicKey = null;
        try
        {
            using var key = ECDsa.Create();
            if (text.Contains("-----", StringComparison.Ordinal))
            {
                key.ImportFromPem(text);
            }
            else
            {
                key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            }

            publicKey = IsP256(key) ? key.ExportSubjectPublicKeyInfo() : null;
            return publicKey is not null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    public static bool IsP256(ECDsa key) => key.ExportParameters(includePrivateParameters: false).Curve.Oid switch
    {
        { Value: P256 } => true,
        { FriendlyName: "nistP256" or "ECDSA_P256" } => true,
        _ => false,
    };

    public static byte[] Sign(ECDsa key, byte[] content) => key.SignData(content, HashAlgorithmName.SHA256, Format);

    /// <summary>Whether a key has signed a content. Bytes that are no signature at all are none of it.</summary>
    public static bool HasSigned(byte[] publicKey, byte[] content, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        try
        {
            return key.VerifyData(content, signature, HashAlgorithmName.SHA256, Format);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
