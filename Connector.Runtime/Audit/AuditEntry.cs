namespace Connector.Runtime.Audit;

/// <summary>Something that was done. Holds no number, no code and no secret.</summary>
public sealed record AuditEntry
{
    /// <summary><c>aud_</c> and a UUIDv7: ids sort by time.</summary>
    public required string Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: the id of an API key.</summary>
    /// <value><see langword="null"/> when the application that embeds the engine didn't say.</value>
    public string? Actor { get; init; }

    /// <summary>What: one of <see cref="AuditActions.All"/>.</summary>
    public required string Action { get; init; }

    /// <summary>To what: an id or a name.</summary>
    public string? Subject { get; init; }

    /// <summary>What more there is to say about it, depending on the action.</summary>
    public string? Detail { get; init; }
}
