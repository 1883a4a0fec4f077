using System.Security.Cryptography;
using System.Text;

namespace Connector.Runtime.Plugins;

/// <summary>
/// All files of a plugin as they were at one instant. What is checked, hashed and written to the staging folder are
/// these very bytes, so nothing that happens to the drop afterwards matters.
/// </summary>
internal sealed class PluginSnapshot
{
    private readonly Dictionary<string, PluginFile> byPath;

    private PluginSnapshot(PluginFile[] files)
    {
        Array.Sort(files, static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        Files = files;
        // Windows and macOS can't hold two names that differ in case only, so a plugin that needs that is refused.
        byPath = new Dictionary<string, PluginFile>(files.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (!byPath.TryAdd(file.Path, file))
            {
                throw ProblemKinds.DropUnreadable.Thrown(
                    $"It holds '{byPath[file.Path].Path}' and '{file.Path}', which are one file on other systems.",
                    "Rename or remove one of them.");
            }
        }

        TreeHash = HashOf(files);
    }

    /// <summary>Sorted by path.</summary>
    public IReadOnlyList<PluginFile> Files { get; }

    /// <summary>Lower hex; alike on every platform and for every way of dropping the same files.</summary>
    public string TreeHash { get; }

    public static PluginSnapshot Of(IEnumerable<PluginFile> files) => new([.. files]);

    public PluginFile? Find(string path) => byPath.GetValueOrDefault(path);

    private static string HashOf(PluginFile[] files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Sha256}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
