namespace Connectors.Sandbox.Inbox;

/// <summary>
/// Lets one thread of one process at a time use the inbox file. The file that is locked is not the inbox itself,
/// which compacting replaces: whoever waited for the old one would write where nobody reads.
/// </summary>
internal sealed class InboxLock(string path, TimeProvider timeProvider) : IDisposable
{
    private const int Tries = 250;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim threads = new(1, 1);

    /// <exception cref="IOException">Another process holds the lock for longer than five seconds.</exception>
    public async Task<T> HoldAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await threads.WaitAsync(cancellationToken);
        try
        {
            await using var file = await OpenAsync(cancellationToken);
            return await work();
        }
        finally
        {
            threads.Release();
        }
    }

    public void Dispose() => threads.Dispose();

    private async Task<FileStream> OpenAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < Tries)
            {
                await Task.Delay(Pause, timeProvider, cancellationToken);
            }
        }
    }
}
