namespace Connector.Runtime.Plugins;

/// <summary>Tells cheaply whether a file has been replaced.</summary>
/// <param name="LastWrite">In ticks; zero when there is no file.</param>
/// <param name="Length">In bytes; −1 when there is no file.</param>
public readonly record struct FileStamp(long LastWrite, long Length)
{
    /// <summary>Looks at a file.</summary>
    /// <param name="path">The file, or a link to it.</param>
    /// <returns>Its stamp.</returns>
    public static FileStamp Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        return target is { Exists: true } ? new FileStamp(target.LastWriteTimeUtc.Ticks, target.Length) : new(0, -1);
    }
}
