using Connector.Host.Security;

namespace Connector.Host.WebConsole;

/// <summary>An API key as the console shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Permissions">What it was granted, by name.</param>
/// <param name="CreatedAt">When it was created; <see langword="null"/> for the one of the configuration.</param>
/// <param name="IsOwn">Whether whoever looks is signed in with it.</param>
public sealed record KeyEntry(
    string Id, string Name, IReadOnlyList<string> Permissions, DateTimeOffset? CreatedAt, bool IsOwn)
{
    /// <summary>Whether it comes from the configuration, and goes with it only.</summary>
    public bool IsConfigured => Id == ValidKey.BootstrapId;

    internal static KeyEntry Of(StoredApiKey key, string? actor) => new(
        key.Id,
        key.Name,
        key.Granted,
        key.Id == ValidKey.BootstrapId ? null : key.CreatedAt,
        IsOwn: key.Id == actor);
}
