using System.Buffers;

namespace Connectors.TwilioSms.Http;

/// <summary>An answer's body, up to a limit, in memory from the pool.</summary>
internal sealed class AnswerBody : IDisposable
{
    public const int MaxBytes = 128 * 1024;
    private const int UsualBytes = 4 * 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(100);

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(UsualBytes);
    private int length;
    private bool mayBeWrittenTo;

    private AnswerBody()
    {
    }

    /// <summary>Whether the body was too long, too late or cut off; <see cref="Text"/> is empty then.</summary>
    public bool IsUnreadable { get; private set; }

    public ReadOnlySpan<byte> Text => IsUnreadable ? [] : buffer.AsSpan(0, length);

    /// <summary>Reads the body of an answer whose headers are there.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="waitLimit">How long to wait for more of it; the client's own limit ended with the headers.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public static async ValueTask<AnswerBody> ReadAsync(
        HttpResponseMessage response,
        TimeSpan waitLimit,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var body = new AnswerBody();
        try
        {
            var limit = waitLimit > TimeSpan.Zero && waitLimit < LongestWait ? waitLimit : LongestWait;
            body.IsUnreadable = !await body.FillAsync(response, limit, time, cancellationToken);
            return body;
        }
        catch (Exception exception) when (IsBroken(exception, cancellationToken))
        {
            body.IsUnreadable = true;
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    // A message's text is echoed in the answer, and must not linger in the pool.
    public void Dispose()
    {
        if (buffer.Length > 0 && !mayBeWrittenTo)
        {
            buffer.AsSpan(0, length).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }

        buffer = [];
        length = 0;
    }

    private static bool IsBroken(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        HttpRequestException or IOException or TimeoutException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    private async ValueTask<bool> FillAsync(
        HttpResponseMessage response,
        TimeSpan limit,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        while (length < MaxBytes)
        {
            var read = stream.ReadAsync(Free(), cancellationToken);

            // Nearly always the body came with the headers, and no timer is needed.
            var count = read.IsCompletedSuccessfully
                ? read.Result
                : await WaitAsync(read.AsTask(), limit, time, cancellationToken);
            if (count == 0)
            {
                return true;
            }

            length += count;
        }

        return false;
    }

    // A read that is given up may still write to the memory, which therefore never goes back to the pool.
    private async ValueTask<int> WaitAsync(
        Task<int> read,
        TimeSpan limit,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        mayBeWrittenTo = true;
        var count = await read.WaitAsync(limit, time, cancellationToken);
        mayBeWrittenTo = false;
        return count;
    }

    private Memory<byte> Free()
    {
        if (length == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, length).CopyTo(larger);
            buffer.AsSpan(0, length).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsMemory(length);
    }
}
