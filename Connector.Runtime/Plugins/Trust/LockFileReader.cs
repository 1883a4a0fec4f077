using System.Buffers;
using System.Text.Json;

namespace Connector.Runtime.Plugins;

/// <summary>Reads the lock file's text. Whoever edits it by hand learns what is wrong.</summary>
internal static class LockFileReader
{
    private const string HashPrefix = "sha256:";
    private const int HashLength = 64;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Reads the lock file.</summary>
    /// <param name="json">Its bytes.</param>
    /// <returns>Its content.</returns>
    /// <exception cref="JsonException">It isn't a lock file that this host knows; the message says why.</exception>
    public static PluginLock Parse(ReadOnlySpan<byte> json)
    {
        var content = OperatorJson.Read(json, TrustJsonContext.Default.PluginLock);
        if (content.LockVersion != PluginLock.CurrentFormat)
        {
            throw new JsonException(
                $"Its lockVersion is {content.LockVersion}; this host reads {PluginLock.CurrentFormat}.");
        }

        foreach (var (id, plugin) in content.Plugins)
        {
            Check(id, plugin);
        }

        return content with { Plugins = new(content.Plugins, StringComparer.Ordinal) };
    }

    public static bool IsHash(string text) =>
        text.StartsWith(HashPrefix, StringComparison.Ordinal)
        && text.Length == HashPrefix.Length + HashLength
        && !text.AsSpan(HashPrefix.Length).ContainsAnyExcept(HexDigits);

    private static void Check(string id, LockedPlugin? plugin)
    {
        if (plugin is null || plugin.Previous.Any(build => build is null))
        {
            throw new JsonException($"'{id}' has an entry that is null.");
        }

        var versions = new HashSet<string?>();
        foreach (var build in plugin.Previous.Prepend(new LockedVersion(plugin.Version, plugin.Hash)))
        {
            if (!IsHash(build.Hash))
            {
                throw new JsonException($"The hash of '{id}' {build.Version} isn't sha256: and 64 lower hex digits.");
            }

            if (!versions.Add(build.Version))
            {
                throw new JsonException($"It names '{id}' {build.Version} twice.");
            }
        }
    }
}
