namespace Connector.Host.Security;

/// <summary>A key that is valid now.</summary>
/// <param name="Key">What is known of it.</param>
/// <param name="Hash">Its hash, to compare with.</param>
internal sealed record ValidKey(StoredApiKey Key, byte[] Hash)
{
    /// <summary>The id of the configured key.</summary>
    public const string BootstrapId = "bootstrap";

    public static ValidKey Of(StoredApiKey stored) => new(stored, Convert.FromHexString(stored.Sha256));

    /// <summary>The configured key: it manages keys, so that nobody is locked out, and reveals nothing.</summary>
    public static ValidKey Bootstrap(string text)
    {
        var hash = ApiKeyText.Hash(text);
        var key = new StoredApiKey(
            BootstrapId,
            $"{SecurityOptions.Section}:{nameof(SecurityOptions.BootstrapKey)}",
            Convert.ToHexStringLower(hash),
            CreatedAt: default);
        return new ValidKey(key, hash);
    }

    public override string ToString() => Key.Id;
}
