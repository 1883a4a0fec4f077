using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Connector.Host.WebConsole;

/// <summary>Links that sign in without a key: each works once, for a while. Thread-safe.</summary>
internal sealed class SignInLinks(TimeProvider timeProvider)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int TokenBytes = 32;

    // By the token's hash, so that looking one up tells nothing about another.
    private readonly ConcurrentDictionary<string, (string KeyId, DateTimeOffset Until)> open =
        new(StringComparer.Ordinal);

    /// <summary>Makes a link's secret.</summary>
    /// <param name="keyId">The key as whose owner the link signs in.</param>
    public string Create(string keyId)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        open[Hash(token)] = (keyId, timeProvider.GetUtcNow() + Lifetime);
        return token;
    }

    /// <summary>Uses a link up.</summary>
    /// <returns>The key's id; <see langword="null"/> when the link never was, has been used, or is too old.</returns>
    public string? Take(string token) =>
        open.TryRemove(Hash(token), out var link) && link.Until > timeProvider.GetUtcNow() ? link.KeyId : null;

    private static string Hash(string token) =>
        Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
}
