using System.Text.Json;

namespace Connector.Runtime.Plugins;

/// <summary>
/// The lock file: which builds of which plugins may run. Operators own it and may edit, copy and review it.
/// Thread-safe, and safe beside other processes.
/// </summary>
internal sealed class LockFile(OperatorFile<PluginLock> file, string mutexPath, TimeProvider timeProvider)
{
    public string Path => file.Path;

    public FileStamp Stamp => file.Stamp;

    /// <inheritdoc cref="OperatorFile{T}.Read"/>
    public PluginLock? Read(out string? why) => file.Read(out why);

    /// <summary>Changes the file, unless the change changes nothing.</summary>
    /// <param name="change">
    /// Makes the new content of the present one, which may be newer than any content read before.
    /// </param>
    /// <param name="cancellationToken">Ends the wait for others who change it.</param>
    /// <returns>The content as it is now.</returns>
    /// <exception cref="JsonException">The present content is bad; it is left alone.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public async Task<PluginLock> ChangeAsync(
        Func<PluginLock, PluginLock> change, CancellationToken cancellationToken)
    {
        using var turn = await FileMutex.EnterAsync(mutexPath, timeProvider, cancellationToken);
        var present = File.Exists(Path)
            ? LockFileReader.Parse(await File.ReadAllBytesAsync(Path, cancellationToken))
            : PluginLock.Empty;
        var changed = change(present);
        if (!ReferenceEquals(changed, present))
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(changed, TrustJsonContext.Default.PluginLock);
            ReplacedFile.Write(Path, [.. json, (byte)'\n']);
        }

        return changed;
    }
}
