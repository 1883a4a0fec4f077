using Connector.Host.Security;

namespace Connector.Host.Api;

/// <summary>An API key.</summary>
internal sealed record ApiKeyResponse
{
    /// <summary>Names it, such as in the audit log; <c>bootstrap</c> for the one of the configuration.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>What it was granted beside what every key may do.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>When it was created; missing for the one of the configuration.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The key itself, only in the answer to its creation.</summary>
    public string? Key { get; init; }

    public static ApiKeyResponse From(StoredApiKey stored, string? key = null) => new()
    {
        Id = stored.Id,
        Name = stored.Name,
        Permissions = stored.Granted,
        CreatedAt = stored.Id == ValidKey.BootstrapId ? null : stored.CreatedAt,
        Key = key,
    };

    // A record would print the key.
    public override string ToString() => Id;
}
