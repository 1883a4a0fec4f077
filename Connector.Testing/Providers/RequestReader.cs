using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Connector.Testing.Providers;

/// <summary>Reads the requests of one connection, with a length or in chunks.</summary>
internal sealed class RequestReader(Socket socket)
{
    private static readonly byte[] Continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    private readonly byte[] buffer = new byte[16 * 1024];

    // Latin-1 keeps every byte as a character until the body is known whole.
    private string received = "";

    /// <returns><see langword="null"/> when the client has gone.</returns>
    public async Task<ProviderRequest?> ReadAsync(CancellationToken stopped)
    {
        if (await TakeUntilAsync("\r\n\r\n", stopped) is not { } head)
        {
            return null;
        }

        var request = new ProviderRequest(head, "");
        if (request.Headers.ContainsKey("Expect"))
        {
            await socket.SendAsync(Continue, stopped);
        }

        var body = request.Headers.ContainsKey("Transfer-Encoding")
            ? await TakeChunksAsync(stopped)
            : await TakeAsync(LengthOf(request), stopped);
        return body is null ? null : new ProviderRequest(head, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)));
    }

    private static int LengthOf(ProviderRequest request) =>
        request.Headers.TryGetValue("Content-Length", out var length)
            ? int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;

    private async Task<string?> TakeChunksAsync(CancellationToken stopped)
    {
        var body = new StringBuilder();
        while (await TakeUntilAsync("\r\n", stopped) is { } size)
        {
            var length = int.Parse(size.Split(';')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            body.Append(await TakeAsync(length, stopped));
            await TakeAsync(2, stopped);
            if (length == 0)
            {
                return body.ToString();
            }
        }

        return null;
    }

    private async Task<string?> TakeUntilAsync(string end, CancellationToken stopped)
    {
        int at;
        while ((at = received.IndexOf(end, StringComparison.Ordinal)) < 0)
        {
            if (!await ReceiveAsync(stopped))
            {
                return null;
            }
        }

        var taken = received[..at];
        received = received[(at + end.Length)..];
        return taken;
    }

    private async Task<string?> TakeAsync(int length, CancellationToken stopped)
    {
        while (received.Length < length)
        {
            if (!await ReceiveAsync(stopped))
            {
                return null;
            }
        }

        var taken = received[..length];
        received = received[length..];
        return taken;
    }

    private async Task<bool> ReceiveAsync(CancellationToken stopped)
    {
        var count = await socket.ReceiveAsync(buffer, stopped);
        received += Encoding.Latin1.GetString(buffer, 0, count);
        return count > 0;
    }
}
