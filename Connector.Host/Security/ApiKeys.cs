using System.Security.Cryptography;
using Connector.Runtime;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Options;

namespace Connector.Host.Security;

/// <summary>Knows which API keys are valid. Thread-safe once opened.</summary>
internal sealed class ApiKeys(
    IOptions<SecurityOptions> options,
    IOptions<ConnectorRuntimeOptions> runtime,
    TimeProvider timeProvider,
    ILogger<ApiKeys> logger) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1);
    private volatile ValidKey[] valid = [];
    private FileStamp read;

    /// <summary>The keys are others than before. Raised on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>The key that <see cref="OpenAsync"/> has just created, for the one time that it is shown.</summary>
    /// <value><see langword="null"/> when keys existed before.</value>
    public string? CreatedKey { get; private set; }

    /// <summary>The id of <see cref="CreatedKey"/>.</summary>
    public string? CreatedKeyId { get; private set; }

    /// <summary>Whether the configuration gives a key.</summary>
    public bool HasBootstrapKey => options.Value.BootstrapKey is not null;

    /// <summary>The file with the hashes.</summary>
    public string FilePath => Path.Combine(runtime.Value.FullDataPath, ApiKeyFile.FileName);

    /// <summary>All keys that are valid now, the configured one included.</summary>
    public IReadOnlyList<StoredApiKey> All => [.. valid.Select(key => key.Key)];

    /// <summary>Reads the stored keys, and creates the first one when there is none and none is configured.</summary>
    /// <exception cref="ApiKeyFileException">The stored keys cannot be read.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        read = Stamp();
        var file = await ApiKeyFile.ReadAsync(FilePath, cancellationToken);
        if (file is null && !HasBootstrapKey)
        {
            file = await CreateFirstAsync(cancellationToken);
        }

        Use(file);
    }

    /// <summary>Reads the stored keys and creates none, for who only looks.</summary>
    /// <exception cref="ApiKeyFileException">The stored keys cannot be read.</exception>
    public async Task ReadAsync(CancellationToken cancellationToken) =>
        Use(await ApiKeyFile.ReadAsync(FilePath, cancellationToken));

    /// <summary>Reads the stored keys again when the file was replaced, by this host or by another program.</summary>
    /// <remarks>What can't be read changes nothing: neither does it lock anybody out nor let anybody in.</remarks>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            var stamp = Stamp();
            if (stamp == read)
            {
                return;
            }

            var file = await TryReadAsync(cancellationToken);
            read = stamp;
            if (file is not null)
            {
                Take(file);
            }
        }
        finally
        {
            reading.Release();
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Looks a key up.</summary>
    /// <returns>The key's id, or <see langword="null"/> when it isn't valid.</returns>
    public string? Find(string presented)
    {
        var hash = ApiKeyText.Hash(presented);
        string? found = null;

        // Every stored key is compared, so the time taken says nothing about which one came close.
        foreach (var key in valid)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, key.Hash) ? key.Key.Id : found;
        }

        return found;
    }

    /// <summary>Whether a key with this id is valid still.</summary>
    public bool IsValid(string id) => KeyOf(id) is not null;

    /// <summary>Whether a key is valid and was granted something.</summary>
    /// <param name="id">Its id; <see langword="null"/> for nobody, who may nothing.</param>
    /// <param name="permission">What it wants to do.</param>
    public bool May(string? id, KeyPermission permission) => id is not null && KeyOf(id)?.May(permission) == true;

    /// <summary>What a key is for.</summary>
    /// <returns><see langword="null"/> when it isn't valid any more.</returns>
    public string? NameOf(string id) => KeyOf(id)?.Name;

    public void Dispose() => reading.Dispose();

    private FileStamp Stamp()
    {
        try
        {
            return FileStamp.Of(FilePath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // As when there is no file: what is read next says what is wrong with it.
            return new FileStamp(0, -1);
        }
    }

    private StoredApiKey? KeyOf(string id) => Array.Find(valid, key => key.Key.Id == id)?.Key;

    private void Take(ApiKeyFile file)
    {
        var before = All.Select(key => key.Id).ToList();
        Use(file);

        // The file that this host has just made holds nothing new.
        if (!All.Select(key => key.Id).SequenceEqual(before, StringComparer.Ordinal))
        {
            Log.ApiKeysRead(logger, valid.Length);
        }
    }

    private void Use(ApiKeyFile? file)
    {
        var stored = file?.Keys.Select(ValidKey.Of) ?? [];
        valid = options.Value.BootstrapKey is { } bootstrap
            ? [.. stored, ValidKey.Bootstrap(bootstrap)]
            : [.. stored];
    }

    private async Task<ApiKeyFile?> TryReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await ApiKeyFile.ReadAsync(FilePath, cancellationToken) is { } file)
            {
                return file;
            }

            Log.ApiKeysGone(logger, FilePath);
        }
        catch (ApiKeyFileException error)
        {
            Log.ApiKeysUnreadable(logger, error.Message);
        }

        return null;
    }

    private async Task<ApiKeyFile?> CreateFirstAsync(CancellationToken cancellationToken)
    {
        var (stored, key) = StoredApiKey.Create("first start", [KeyPermission.ManageKeys], timeProvider.GetUtcNow());
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
