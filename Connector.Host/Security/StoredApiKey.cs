using System.Text.Json.Serialization;

namespace Connector.Host.Security;

/// <summary>An API key as it is stored: by its hash only.</summary>
/// <param name="Id">Names the key; <c>key_</c> and a UUIDv7.</param>
/// <param name="Name">What the key is for.</param>
/// <param name="Sha256">SHA-256 of the key's UTF-8 text, in lower-case hexadecimal.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record StoredApiKey(string Id, string Name, string Sha256, DateTimeOffset CreatedAt)
{
    /// <summary>Whether <see cref="Sha256"/> can be one.</summary>
    [JsonIgnore]
    public bool HasHash => Sha256.Length == 64 && Sha256.All(char.IsAsciiHexDigitLower);

    public override string ToString() => Id;
}
