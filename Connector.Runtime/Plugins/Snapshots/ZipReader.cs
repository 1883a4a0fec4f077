using System.IO.Compression;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Reads a dropped <c>.connector.zip</c> into memory; nothing of it is written by the names it holds.
/// </summary>
internal static class ZipReader
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixSymbolicLink = 0xA000;

    public static PluginSnapshot Read(string path)
    {
        var budget = new SnapshotBudget();
        using var archive = Open(FolderReader.ReadFile(path, budget));
        var files = new List<PluginFile>();
        foreach (var entry in archive.Entries)
        {
            if (IsFolder(entry))
            {
                budget.AddEntry();
                continue;
            }

            CheckName(entry);
            if (IsHidden(entry))
            {
                budget.AddEntry();
                continue;
            }

            files.Add(new PluginFile(entry.FullName, ReadEntry(entry, budget)));
        }

        return PluginSnapshot.Of(files);
    }

    private static ZipArchive Open(byte[] content)
    {
        try
        {
            return new ZipArchive(new MemoryStream(content, writable: false));
        }
        catch (InvalidDataException e)
        {
            throw Invalid(e.Message, e);
        }
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') && entry.Length == 0;

    private static void CheckName(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (name.AsSpan().ContainsAny('\\', ':', '\0') || name.Split('/').Any(part => part is "" or "." or ".."))
        {
            throw Unsafe($"The entry '{Printable(name)}' would leave the plugin's folder.");
        }

        if (((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixSymbolicLink)
        {
            throw Unsafe($"The entry '{Printable(name)}' is a symbolic link.");
        }
    }

    // As in a folder, so that the same files have the same hash however they were dropped.
    private static bool IsHidden(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith('.') || entry.FullName.Contains("/.", StringComparison.Ordinal);

    private static byte[] ReadEntry(ZipArchiveEntry entry, SnapshotBudget budget)
    {
        budget.AddEntry();
        budget.AddBytes(entry.Length);
        var content = new byte[entry.Length];
        try
        {
            // Never more than announced: only that counts against the budget, and compressed data could go on for ever.
            using var stream = entry.Open();
            stream.ReadExactly(content);
            return content;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Invalid($"'{entry.FullName}': {e.Message}", e);
        }
    }

    private static string Printable(string name) => string.Concat(name.Where(c => !char.IsControl(c)));

    private static PluginException Invalid(string why, Exception innerException) => ProblemKinds.ZipInvalid.Thrown(
        $"The zip can't be read: {why.TrimEnd('.')}.", "Copy the file again; it may be incomplete.", innerException);

    private static PluginException Unsafe(string cause) => ProblemKinds.ZipUnsafe.Thrown(
        cause, "Don't use this file: no honest build makes it. Get the plugin from its author.");
}
