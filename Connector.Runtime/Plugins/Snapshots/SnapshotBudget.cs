namespace Connector.Runtime.Plugins;

/// <summary>Bounds what one drop may hold, so that a mistaken or hostile one can't fill memory or disk.</summary>
internal sealed class SnapshotBudget
{
    public const long MaxBytes = 512L * 1024 * 1024;
    public const int MaxEntries = 4096;
    public const int MaxDepth = 16;

    private long bytes;
    private int entries;

    public void AddEntry()
    {
        entries++;
        if (entries > MaxEntries)
        {
            throw TooLarge($"more than {MaxEntries} files");
        }
    }

    public void AddBytes(long length)
    {
        bytes += length;
        if (length > Array.MaxLength || bytes > MaxBytes)
        {
            throw TooLarge($"more than {MaxBytes / 1024 / 1024} MiB");
        }
    }

    public static void CheckDepth(int depth, string path)
    {
        if (depth > MaxDepth)
        {
            throw TooLarge($"folders nested deeper than {MaxDepth}, at '{path}'");
        }
    }

    private static PluginException TooLarge(string what) => ProblemKinds.TooLarge.Thrown(
        $"It holds {what}.", "Drop only the plugin's published files; check for links that lead back.");
}
