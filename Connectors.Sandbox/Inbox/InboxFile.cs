using System.Text;

namespace Connectors.Sandbox.Inbox;

/// <summary>
/// The messages as JSON lines, oldest first. Thread-safe, and several processes may use one file: a running host and
/// the command line do.
/// </summary>
internal sealed class InboxFile(string folder, int keepMessages, TimeProvider timeProvider) : IDisposable
{
    private readonly string path = Path.Combine(folder, "inbox.jsonl");
    private readonly InboxLock access = new(Path.Combine(folder, "inbox.lock"), timeProvider);

    // Counting the lines is left until there may be too many: at the first message, for a file of an earlier run.
    private int appendsUntilTrim = 1;

    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public Task<bool> AppendAsync(StoredMessage message, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        return access.HoldAsync(() => AppendAndTrimAsync(message.ToJson(), cancellationToken), cancellationToken);
    }

    /// <summary>The newest messages, newest first.</summary>
    public Task<IReadOnlyList<StoredMessage>> ReadAsync(int limit, CancellationToken cancellationToken) =>
        File.Exists(path)
            ? access.HoldAsync(() => ReadNewestAsync(limit, cancellationToken), cancellationToken)
            : Task.FromResult<IReadOnlyList<StoredMessage>>([]);

    public void Dispose() => access.Dispose();

    private async Task<bool> AppendAndTrimAsync(byte[] line, CancellationToken cancellationToken)
    {
        await WriteLineAsync(line, cancellationToken);
        if (--appendsUntilTrim > 0)
        {
            return false;
        }

        appendsUntilTrim = keepMessages;
        return await TrimAsync(cancellationToken);
    }

    private async Task WriteLineAsync(byte[] line, CancellationToken cancellationToken)
    {
        await using var file = Open(FileMode.OpenOrCreate, path);
        var isTorn = await EndsInsideALineAsync(file, cancellationToken);
        byte[] bytes = isTorn ? [(byte)'\n', .. line, (byte)'\n'] : [.. line, (byte)'\n'];
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(bytes, cancellationToken);
    }

    private static async Task<bool> EndsInsideALineAsync(FileStream file, CancellationToken cancellationToken)
    {
        if (file.Length == 0)
        {
            return false;
        }

        var last = new byte[1];
        file.Seek(-1, SeekOrigin.End);
        await file.ReadExactlyAsync(last, cancellationToken);
        return last[0] != '\n';
    }

    private async Task<bool> TrimAsync(CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        if (lines.Length <= keepMessages)
        {
            return false;
        }

        var fresh = path + ".new";
        await using (var file = Open(FileMode.Create, fresh))
        {
            var text = string.Join('\n', lines[^keepMessages..]) + "\n";
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        }

        File.Move(fresh, path, overwrite: true);
        return true;
    }

    private async Task<IReadOnlyList<StoredMessage>> ReadNewestAsync(int limit, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        var newestFirst = lines.Reverse().Select(StoredMessage.Read).OfType<StoredMessage>();
        return [.. newestFirst.Take(Math.Min(limit, keepMessages))];
    }

    // Codes in clear: nobody but the host's own user needs to read them.
    private static FileStream Open(FileMode mode, string path)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
