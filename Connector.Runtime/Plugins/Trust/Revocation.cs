using System.Text.Json.Serialization;

namespace Connector.Runtime.Plugins;

/// <summary>What must not run any more. Everything that is stated must fit.</summary>
/// <param name="Reason">Shown to whoever uses it.</param>
internal sealed record Revocation(string Reason)
{
    /// <summary>The plugin's id; alone, it revokes every version.</summary>
    public string? Id { get; init; }

    /// <summary>A version of <see cref="Id"/>.</summary>
    public string? Version { get; init; }

    /// <summary>One build.</summary>
    public string? Hash { get; init; }

    /// <summary>Name of a trusted key: everything that it has signed.</summary>
    public string? Key { get; init; }

    /// <summary>Where to read more.</summary>
    public string? Link { get; init; }

    [JsonIgnore]
    public bool IsUsable =>
        Reason.Length > 0 && (Id ?? Hash ?? Key) is not null && (Version is null || Id is not null)
        && (Hash is null || LockFileReader.IsHash(Hash));

    public bool Covers(InstalledPlugin plugin) =>
        Fits(Id, plugin.Id) && Fits(Version, plugin.Version) && Fits(Hash, plugin.Hash) && Fits(Key, plugin.SignedBy);

    private static bool Fits(string? stated, string? actual) => stated is null || stated == actual;
}
