using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Runtime.Plugins;

/// <summary>The content of the revocation list.</summary>
internal sealed record Revocations(IReadOnlyList<Revocation> Revoked)
{
    public static Revocations None { get; } = new([]);

    /// <summary>Where an editor finds the list's schema; the host doesn't look.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Reads the list.</summary>
    /// <param name="json">Its bytes.</param>
    /// <returns>The list.</returns>
    /// <exception cref="JsonException">It isn't one; the message says why.</exception>
    public static Revocations Parse(byte[] json)
    {
        var list = OperatorJson.Read(json, TrustJsonContext.Default.Revocations);
        for (var i = 0; i < list.Revoked.Count; i++)
        {
            if (list.Revoked[i] is not { IsUsable: true })
            {
                throw new JsonException(
                    $"Entry {i + 1} needs a reason and an id, a hash (sha256:…) or a key; a version needs the id.");
            }
        }

        return list;
    }

    public Revocation? Find(InstalledPlugin plugin) => Revoked.FirstOrDefault(revocation => revocation.Covers(plugin));
}
