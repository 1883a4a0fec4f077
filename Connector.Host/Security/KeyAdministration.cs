using Connector.Host.Problems;
using Connector.Runtime.Audit;
using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;

namespace Connector.Host.Security;

/// <summary>
/// Lets the owners of keys manage keys: only those that may, and none can grant what it lacks. Thread-safe.
/// </summary>
internal sealed class KeyAdministration(ApiKeys keys, ApiKeyChanges changes, AuditLog audit)
{
    /// <exception cref="ProblemException">The key may not manage keys.</exception>
    public IReadOnlyList<StoredApiKey> List(string? actor)
    {
        Require(actor, KeyPermission.ManageKeys);
        return keys.All;
    }

    /// <exception cref="ProblemException">The key may not manage keys.</exception>
    /// <exception cref="ConnectorRequestException">There is no such key.</exception>
    public StoredApiKey Get(string? actor, string id) =>
        List(actor).FirstOrDefault(key => key.Id == id) ?? throw KeyRequests.NotFound(id);

    /// <summary>Creates a key, after that is written into the audit log.</summary>
    /// <returns>The key, and its text, which is known only now.</returns>
    /// <exception cref="ProblemException">The actor may not manage keys, or lacks what it wants to grant.</exception>
    /// <exception cref="ConnectorRequestException">The request is wrong, or there are too many.</exception>
    /// <exception cref="ApiKeyFileException">The file can't be changed.</exception>
    /// <exception cref="StorageException">The audit log can't be written.</exception>
    public async Task<(StoredApiKey Stored, string Key)> CreateAsync(
        string? actor, string name, IReadOnlyList<string> permissions, CancellationToken cancellationToken)
    {
        Require(actor, KeyPermission.ManageKeys);
        var created = changes.Prepare(name, permissions);
        foreach (var permission in KeyPermissions.All.Where(created.Stored.May))
        {
            Require(actor, permission);
        }

        await audit.WriteAsync(actor, AuditActions.KeyCreated, created.Stored.Id, Describe(created.Stored));
        await changes.AddAsync(created.Stored, cancellationToken);
        return created;
    }

    /// <summary>Revokes a key and ends its sessions.</summary>
    /// <exception cref="ProblemException">The actor may not manage keys.</exception>
    /// <exception cref="ConnectorRequestException">There is no such key, or nobody could get in without it.</exception>
    /// <exception cref="ApiKeyFileException">The file can't be changed.</exception>
    public async Task RevokeAsync(string? actor, string id, CancellationToken cancellationToken)
    {
        Require(actor, KeyPermission.ManageKeys);
        var revoked = await changes.RemoveAsync(id, cancellationToken);

        // Afterwards: a key that leaked must go also while the database can't be written.
        await audit.WriteDoneAsync(actor, AuditActions.KeyRevoked, id, Describe(revoked));
    }

    private static string Describe(StoredApiKey key) =>
        key.Granted.Count == 0 ? key.Name : $"{key.Name}: {string.Join(", ", key.Granted)}";

    private void Require(string? actor, KeyPermission permission)
    {
        if (!keys.May(actor, permission))
        {
            throw KeyRequests.Missing(permission);
        }
    }
}
