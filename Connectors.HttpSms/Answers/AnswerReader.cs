using System.Globalization;
using System.Text;

namespace Connectors.HttpSms.Answers;

/// <summary>Reads an answer whose headers are there, within limits of size and time.</summary>
internal sealed class AnswerReader(AnswerOptions options, TimeProvider time)
{
    public const int MaxBytes = 128 * 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(100);

    /// <param name="response">The answer.</param>
    /// <param name="waitLimit">How long to wait for the body; the client's own limit ended with the headers.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ProviderAnswer> ReadAsync(
        HttpResponseMessage response, TimeSpan waitLimit, CancellationToken cancellationToken) =>
        new(
            (int)response.StatusCode,
            await ReadBodyAsync(response, waitLimit, cancellationToken),
            ReadHeader(response, options.IdHeader),
            ReadRetryAfter(response));

    private static string? ReadHeader(HttpResponseMessage response, string? name) =>
        name is { Length: > 0 } && response.Headers.NonValidated.TryGetValues(name, out var values)
            ? values.ToString()
            : null;

    private async Task<string?> ReadBodyAsync(
        HttpResponseMessage response, TimeSpan waitLimit, CancellationToken cancellationToken)
    {
        var limit = waitLimit > TimeSpan.Zero && waitLimit < LongestWait ? waitLimit : LongestWait;
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await FillAsync(response, either.Token);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<string?> FillAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[4 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + count > MaxBytes)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }

    private TimeSpan? ReadRetryAfter(HttpResponseMessage response)
    {
        var text = ReadHeader(response, "Retry-After");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(
            text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? TimeSpan.FromTicks(Math.Max(0, (date - time.GetUtcNow()).Ticks))
            : null;
    }
}
