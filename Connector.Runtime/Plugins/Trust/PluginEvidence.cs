namespace Connector.Runtime.Plugins;

/// <summary>What a signature is checked by, from the same bytes as everything else.</summary>
internal sealed class PluginEvidence
{
    public const string SignatureFileName = FileList.FileName + ".sig";

    private PluginEvidence(byte[] signed, byte[]? signature, string? unlisted)
    {
        Signed = signed;
        Signature = signature;
        Unlisted = unlisted;
    }

    /// <summary>The bytes of <c>plugin.json</c>. They name the hash of every other file.</summary>
    public byte[] Signed { get; }

    /// <summary>The bytes of <c>plugin.json.sig</c>.</summary>
    public byte[]? Signature { get; }

    /// <summary>A file that <c>plugin.json</c> doesn't list, so that no signature covers it.</summary>
    public string? Unlisted { get; }

    /// <summary>Keeps what a signature needs.</summary>
    /// <param name="snapshot">The plugin's files.</param>
    /// <param name="list">Its <c>plugin.json</c>, when it has one that can be read.</param>
    /// <returns>The evidence; <see langword="null"/> when there is nothing that could be signed.</returns>
    public static PluginEvidence? Of(PluginSnapshot snapshot, FileList? list)
    {
        if (list is null || snapshot.Find(FileList.FileName) is not { } signed)
        {
            return null;
        }

        var covered = list.Files.Select(file => file.Path)
            .Append(FileList.FileName)
            .Append(SignatureFileName)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unlisted = snapshot.Files.FirstOrDefault(file => !covered.Contains(file.Path));
        return new PluginEvidence(signed.Content, snapshot.Find(SignatureFileName)?.Content, unlisted?.Path);
    }
}
