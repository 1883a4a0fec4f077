using System.Buffers.Binary;
using System.Text.Json;

namespace Connector.Runtime.Isolation;

/// <summary>Frames over a stream: four bytes of length, then JSON. One reader; writers may be many.</summary>
internal sealed class WorkerChannel(Stream stream) : IAsyncDisposable
{
    private const int HeaderBytes = 4;
    private const int MaxFrameBytes = 16 * 1024 * 1024;

    private readonly SemaphoreSlim writing = new(1, 1);

    /// <exception cref="IOException">The other side is gone.</exception>
    /// <exception cref="ObjectDisposedException">This side is.</exception>
    public async Task WriteAsync(WorkerFrame frame)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(frame, WorkerJson.Default.WorkerFrame);
        var bytes = new byte[HeaderBytes + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, body.Length);
        body.CopyTo(bytes, HeaderBytes);
        await writing.WaitAsync();
        try
        {
            await stream.WriteAsync(bytes);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <returns><see langword="null"/> when the other side has hung up.</returns>
    /// <exception cref="IOException">It is gone, or what it says can't be read.</exception>
    public async Task<WorkerFrame?> ReadAsync()
    {
        var header = new byte[HeaderBytes];
        if (await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is <= 0 or > MaxFrameBytes)
        {
            throw new IOException("A frame has no possible length.");
        }

        var body = new byte[length];
        await stream.ReadExactlyAsync(body);
        try
        {
            return JsonSerializer.Deserialize(body, WorkerJson.Default.WorkerFrame);
        }
        catch (JsonException error)
        {
            throw new IOException("A frame can't be read.", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        writing.Dispose();
    }
}
