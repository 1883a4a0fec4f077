using System.Security.Cryptography;

namespace Connector.Runtime.Delivery;

/// <summary>The key that events are signed with, in the form of Standard Webhooks.</summary>
internal static class WebhookSecret
{
    private const int Bytes = 32;
    private const string Prefix = "whsec_";

    public static byte[] Create() => RandomNumberGenerator.GetBytes(Bytes);

    public static string Format(byte[] key) => Prefix + Convert.ToBase64String(key);
}
