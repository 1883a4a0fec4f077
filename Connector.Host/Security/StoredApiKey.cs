using System.Text.Json.Serialization;

namespace Connector.Host.Security;

/// <summary>An API key as it is stored: by its hash only.</summary>
/// <param name="Id">Names the key; <c>key_</c> and a UUIDv7.</param>
/// <param name="Name">What the key is for.</param>
/// <param name="Sha256">SHA-256 of the key's UTF-8 text, in lower-case hexadecimal.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Permissions">
/// What it was granted, by name; a later version may know others. Missing in what an earlier version stored: that was
/// the host's only key, so it manages keys.
/// </param>
internal sealed record StoredApiKey(
    string Id, string Name, string Sha256, DateTimeOffset CreatedAt, IReadOnlyList<string>? Permissions = null)
{
    private static readonly string[] OfTheOnlyKey = [KeyPermissions.NameOf(KeyPermission.ManageKeys)];

    /// <summary>What it may do beside what every key may.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Granted => Permissions ?? OfTheOnlyKey;

    /// <summary>Whether <see cref="Sha256"/> can be one.</summary>
    [JsonIgnore]
    public bool HasHash => Sha256.Length == 64 && Sha256.All(char.IsAsciiHexDigitLower);

    /// <summary>Makes a key.</summary>
    /// <returns>What is stored of it, and its text, which is known only now.</returns>
    public static (StoredApiKey Stored, string Key) Create(
        string name, IEnumerable<KeyPermission> permissions, DateTimeOffset now)
    {
        var key = ApiKeyText.Create();
        var stored = new StoredApiKey(
            $"key_{Guid.CreateVersion7(now):n}",
            name,
            Convert.ToHexStringLower(ApiKeyText.Hash(key)),
            now,
            [.. permissions.Distinct().Select(KeyPermissions.NameOf)]);
        return (stored, key);
    }

    public bool May(KeyPermission permission) => Granted.Contains(KeyPermissions.NameOf(permission));

    public override string ToString() => Id;
}
