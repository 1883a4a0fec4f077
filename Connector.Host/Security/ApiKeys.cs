using System.Security.Cryptography;
using Connector.Runtime;
using Microsoft.Extensions.Options;

namespace Connector.Host.Security;

/// <summary>Knows which API keys are valid. Thread-safe once opened.</summary>
internal sealed class ApiKeys(
    IOptions<SecurityOptions> options,
    IOptions<ConnectorRuntimeOptions> runtime,
    TimeProvider timeProvider,
    ILogger<ApiKeys> logger)
{
    private IReadOnlyList<(string Id, byte[] Hash)> valid = [];

    /// <summary>The key that <see cref="OpenAsync"/> has just created, for the one time that it is shown.</summary>
    /// <value><see langword="null"/> when keys existed before.</value>
    public string? CreatedKey { get; private set; }

    /// <summary>The id of <see cref="CreatedKey"/>.</summary>
    public string? CreatedKeyId { get; private set; }

    /// <summary>Whether the configuration gives a key.</summary>
    public bool HasBootstrapKey => options.Value.BootstrapKey is not null;

    /// <summary>The file with the hashes.</summary>
    public string FilePath => Path.Combine(runtime.Value.FullDataPath, ApiKeyFile.FileName);

    /// <summary>Reads the stored keys, and creates the first one when there is none and none is configured.</summary>
    /// <exception cref="ApiKeyFileException">The stored keys cannot be read.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var file = await ApiKeyFile.ReadAsync(FilePath, cancellationToken);
        if (file is null && !HasBootstrapKey)
        {
            file = await CreateFirstAsync(cancellationToken);
        }

        var stored = file?.Keys.Select(key => (key.Id, Convert.FromHexString(key.Sha256))) ?? [];
        valid = options.Value.BootstrapKey is { } bootstrap
            ? [.. stored, ("bootstrap", ApiKeyText.Hash(bootstrap))]
            : [.. stored];
    }

    /// <summary>Looks a key up.</summary>
    /// <returns>The key's id, or <see langword="null"/> when it isn't valid.</returns>
    public string? Find(string presented)
    {
        var hash = ApiKeyText.Hash(presented);
        string? found = null;

        // Every stored key is compared, so the time taken says nothing about which one came close.
        foreach (var (id, stored) in valid)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, stored) ? id : found;
        }

        return found;
    }

    /// <summary>Whether a key with this id is valid still.</summary>
    public bool IsValid(string id) => valid.Any(key => key.Id == id);

    private async Task<ApiKeyFile?> CreateFirstAsync(CancellationToken cancellationToken)
    {
        var key = ApiKeyText.Create();
        var now = timeProvider.GetUtcNow();
        var stored = new StoredApiKey(
            $"key_{Guid.CreateVersion7(now):n}", "first start", Convert.ToHexStringLower(ApiKeyText.Hash(key)), now);
        var file = new ApiKeyFile([stored]);
        if (!await file.TryCreateAsync(FilePath, cancellationToken))
        {
            // Another host on the same data folder was faster: its key is the valid one.
            return await ApiKeyFile.ReadAsync(FilePath, cancellationToken);
        }

        Log.ApiKeyCreated(logger, stored.Id, FilePath);
        CreatedKey = key;
        CreatedKeyId = stored.Id;
        return file;
    }
}
