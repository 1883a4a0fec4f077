using System.Collections.Concurrent;

namespace Connector.Runtime.Plugins;

/// <summary>Lets one process, and within it one caller, change a file at a time.</summary>
/// <remarks>
/// The lock is on a file of its own that is never renamed or deleted: the file to change is replaced, and a lock on
/// something that goes away locks nothing. The system releases it when a process dies.
/// </remarks>
public sealed class FileMutex : IDisposable
{
    private const int MaxAttempts = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    private readonly SemaphoreSlim gate;
    private readonly FileStream file;

    private FileMutex(SemaphoreSlim gate, FileStream file)
    {
        this.gate = gate;
        this.file = file;
    }

    /// <summary>Waits for its turn.</summary>
    /// <param name="path">The file to lock, which is created.</param>
    /// <param name="timeProvider">For the wait for other processes, ten seconds at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The turn, which ends when it is disposed.</returns>
    /// <exception cref="IOException">The file can't be created, or another process doesn't let it go.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be created.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public static async Task<FileMutex> EnterAsync(
        string path, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(timeProvider);
        var turn = Gates.GetOrAdd(path, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            for (var attempt = 1; ; attempt++)
            {
                if (TryOpen(path, isLastAttempt: attempt == MaxAttempts) is { } file)
                {
                    return new FileMutex(turn, file);
                }

                await Task.Delay(Pause, timeProvider, cancellationToken);
            }
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    /// <summary>Lets the next one have its turn.</summary>
    public void Dispose()
    {
        file.Dispose();
        gate.Release();
    }

    private static FileStream? TryOpen(string path, bool isLastAttempt)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (!isLastAttempt && IsInUse(e))
        {
            return null;
        }
    }

    // Windows' ERROR_SHARING_VIOLATION; EWOULDBLOCK of Linux and of macOS.
    private static bool IsInUse(IOException e) => e.HResult is unchecked((int)0x80070020) or 11 or 35;
}
