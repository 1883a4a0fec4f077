using System.Globalization;
using Connectors.Sandbox.Numbers;
using Microsoft.Extensions.Logging;

namespace Connectors.Sandbox.Receipts;

/// <summary>
/// Posts receipts to the host in the background, as a provider would. Thread-safe; ends with its connector, and what
/// has not been posted by then is not posted any more.
/// </summary>
internal sealed class ReceiptPoster(
    HttpClient http, ReceiptKey key, ReceiptOptions options, TimeProvider timeProvider, ILogger logger)
    : IAsyncDisposable
{
    private const int AtOnce = 8;
    private const int MaxPending = 10_000;
    private const int Tries = 3;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim lines = new(AtOnce, AtOnce);
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int pending;
    private int isFailing;

    /// <summary>Begins to report what becomes of a message.</summary>
    /// <param name="url">Where; nothing is reported without it.</param>
    /// <param name="id">The message in the inbox.</param>
    /// <param name="rule">How its number behaves.</param>
    public void Begin(Uri? url, string id, NumberRule? rule)
    {
        if (url is null || !options.Enabled)
        {
            return;
        }

        if (Interlocked.Increment(ref pending) > MaxPending || stopping.IsCancellationRequested)
        {
            End();
            return;
        }

        _ = ReportAsync(url, ReceiptScript.For(id, rule));
    }

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        await stopping.CancelAsync();
        if (Volatile.Read(ref pending) > 0)
        {
            await idle.Task;
        }

        lines.Dispose();
        stopping.Dispose();
    }

    private void End()
    {
        if (Interlocked.Decrement(ref pending) == 0 && stopping.IsCancellationRequested)
        {
            idle.TrySetResult();
        }
    }

    // Whatever goes wrong, the disposal waits for the end.
    private async Task ReportAsync(Uri url, IReadOnlyList<SandboxReceipt> receipts)
    {
        try
        {
            await Task.Yield();
            foreach (var receipt in receipts)
            {
                await Task.Delay(options.Delay, timeProvider, stopping.Token);
                await PostAsync(url, receipt.ToJson());
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The connector ends.
        }
        finally
        {
            End();
        }
    }

    private async Task PostAsync(Uri url, byte[] body)
    {
        string? fault = null;
        for (var tries = 1; tries <= Tries; tries++)
        {
            fault = await TryPostAsync(url, body);
            if (fault is null)
            {
                Volatile.Write(ref isFailing, 0);
                return;
            }

            if (tries < Tries)
            {
                await Task.Delay(RetryDelay * tries, timeProvider, stopping.Token);
            }
        }

        if (Interlocked.Exchange(ref isFailing, 1) == 0)
        {
            Log.ReceiptNotTaken(logger, fault ?? "");
        }
    }

    /// <returns>What went wrong; <see langword="null"/> when the receipt was taken.</returns>
    private async Task<string?> TryPostAsync(Uri url, byte[] body)
    {
        await lines.WaitAsync(stopping.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.Add(ReceiptReader.SignatureHeader, key.Sign(url.AbsoluteUri, body));
            using var response = await http.SendAsync(request, stopping.Token);
            return response.IsSuccessStatusCode
                ? null
                : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (IsOfPosting(error))
        {
            return error.GetType().Name;
        }
        finally
        {
            lines.Release();
        }
    }

    private bool IsOfPosting(Exception error) =>
        error is HttpRequestException or IOException or UnauthorizedAccessException
        || (error is OperationCanceledException && !stopping.IsCancellationRequested);
}
