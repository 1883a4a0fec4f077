using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;

namespace Connector.Host.Security;

/// <summary>
/// Adds keys to the file and takes them out: whole files only, one change after the other, also beside other programs.
/// Asks nobody for permission. Thread-safe.
/// </summary>
internal sealed class ApiKeyChanges(ApiKeys keys, TimeProvider timeProvider)
{
    public const int MaxNameLength = 100;

    // Each request is compared with all of them.
    private const int MaxKeys = 100;

    private const string MutexName = "keys.lock";

    /// <summary>Makes a key that is stored nowhere yet.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="permissions">What it is to be granted, by name.</param>
    /// <exception cref="ConnectorRequestException">The name or a permission is wrong; all faults at once.</exception>
    public (StoredApiKey Stored, string Key) Prepare(string name, IReadOnlyList<string> permissions)
    {
        var issues = new List<ConfigIssue>();
        var wanted = name.Trim();
        if (wanted.Length is 0 or > MaxNameLength || wanted.Any(char.IsControl))
        {
            issues.Add(new ConfigIssue("/name", $"Say what the key is for, in 1 to {MaxNameLength} characters."));
        }

        for (var index = 0; index < permissions.Count; index++)
        {
            if (KeyPermissions.Parse(permissions[index]) is null)
            {
                issues.Add(new ConfigIssue(
                    $"/permissions/{index}", $"Use {string.Join(" or ", KeyPermissions.Names)}."));
            }
        }

        return issues.Count == 0
            ? StoredApiKey.Create(
                wanted, permissions.Select(KeyPermissions.Parse).OfType<KeyPermission>(), timeProvider.GetUtcNow())
            : throw KeyRequests.Invalid(issues);
    }

    /// <summary>Stores a key; it is valid at once on this host.</summary>
    /// <exception cref="ConnectorRequestException">There are too many.</exception>
    /// <exception cref="ApiKeyFileException">The file can't be read or written; nothing was changed.</exception>
    public async Task AddAsync(StoredApiKey key, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            var file = await ApiKeyFile.ReadAsync(keys.FilePath, cancellationToken);
            if (file is null && await new ApiKeyFile([key]).TryCreateAsync(keys.FilePath, cancellationToken))
            {
                await keys.RefreshAsync(cancellationToken);
                return;
            }

            // A host that starts for the first time may have been faster.
            file ??= await ApiKeyFile.ReadAsync(keys.FilePath, cancellationToken) ?? new ApiKeyFile([]);
            ThrowIfFull(file);
            file.With(key).Replace(keys.FilePath);
        }

        await keys.RefreshAsync(CancellationToken.None);
    }

    /// <summary>Takes a key out; this host refuses it at once.</summary>
    /// <returns>The key as it was.</returns>
    /// <exception cref="ConnectorRequestException">There is no such key, or nobody could get in without it.</exception>
    /// <exception cref="ApiKeyFileException">The file can't be read or written; nothing was changed.</exception>
    public async Task<StoredApiKey> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        StoredApiKey revoked;
        using (await EnterAsync(cancellationToken))
        {
            var file = await ApiKeyFile.ReadAsync(keys.FilePath, cancellationToken) ?? new ApiKeyFile([]);
            revoked = file.Keys.FirstOrDefault(key => key.Id == id) ?? throw KeyRequests.NotFound(id);
            var left = file.Without(id);
            ThrowIfLast(revoked, left);
            left.Replace(keys.FilePath);
        }

        await keys.RefreshAsync(CancellationToken.None);
        return revoked;
    }

    private static void ThrowIfFull(ApiKeyFile file)
    {
        if (file.Keys.Count >= MaxKeys)
        {
            throw KeyRequests.TooMany(MaxKeys);
        }
    }

    private void ThrowIfLast(StoredApiKey revoked, ApiKeyFile left)
    {
        var isNeeded = revoked.May(KeyPermission.ManageKeys)
            ? !left.Keys.Any(key => key.May(KeyPermission.ManageKeys))
            : left.Keys.Count == 0;
        if (isNeeded && !keys.HasBootstrapKey)
        {
            throw KeyRequests.Last();
        }
    }

    private async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        try
        {
            var mutex = Path.Combine(Path.GetDirectoryName(keys.FilePath)!, MutexName);
            return await FileMutex.EnterAsync(mutex, timeProvider, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ApiKeyFileException(keys.FilePath, error.Message);
        }
    }
}
