using System.Security.Cryptography;
using System.Text;

namespace Connector.Host.Security;

/// <summary>The text form of API keys: <c>cpk_</c>, 32 random bytes and a checksum, both in base 62.</summary>
/// <remarks>The prefix and the checksum let secret scanners find a leaked key without false alarms.</remarks>
internal static class ApiKeyText
{
    public const string Prefix = "cpk_";

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int RandomBytes = 32;
    private const int ChecksumBytes = 4;

    // ceil(8 * bytes / log2(62))
    private const int RandomCharacters = 43;
    private const int ChecksumCharacters = 6;

    public static string Create()
    {
        var body = Prefix + Encode(RandomNumberGenerator.GetBytes(RandomBytes), RandomCharacters);
        return body + Checksum(body);
    }

    /// <summary>Whether a text has the form of a key of ours, checksum included.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length == Prefix.Length + RandomCharacters + ChecksumCharacters
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && Checksum(text[..^ChecksumCharacters]) == text[^ChecksumCharacters..];

    /// <summary>What is stored and compared instead of the key.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static string Checksum(string body) => Encode(Hash(body)[..ChecksumBytes], ChecksumCharacters);

    private static string Encode(byte[] bytes, int characters)
    {
        var number = new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        return string.Create(characters, number, static (text, rest) =>
        {
            for (var i = text.Length - 1; i >= 0; i--)
            {
                rest = System.Numerics.BigInteger.DivRem(rest, Alphabet.Length, out var digit);
                text[i] = Alphabet[(int)digit];
            }
        });
    }
}
