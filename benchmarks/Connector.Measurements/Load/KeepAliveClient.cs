using System.Net.Sockets;
using System.Text;

namespace Connector.Measurements.Load;

/// <summary>
/// Posts messages over one connection that stays open, and reads no more of the answers than it must: on a machine of
/// two cores an <see cref="HttpClient"/> for each caller would measure itself.
/// </summary>
internal sealed class KeepAliveClient : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[8 * 1024];
    private readonly string head;

    private KeepAliveClient(Uri address) => head =
        $"POST /api/v1/messages HTTP/1.1\r\nHost: {address.Authority}\r\n" +
        $"Authorization: Bearer {HostUnderLoad.Key}\r\n" +
        "Content-Type: application/json\r\nContent-Length: ";

    public static async Task<KeepAliveClient> ConnectAsync(Uri address)
    {
        var client = new KeepAliveClient(address);
        await client.socket.ConnectAsync(address.Host, address.Port);
        return client;
    }

    /// <exception cref="InvalidOperationException">The answer was not 202.</exception>
    public async Task PostAsync()
    {
        var body = $$$"""{"to":"{{{Recipients.Next()}}}","usageType":"SignIn","payload":{"code":"384920"}}""";
        await socket.SendAsync(Encoding.ASCII.GetBytes($"{head}{body.Length}\r\n\r\n{body}"));
        var read = 0;
        do
        {
            var more = await socket.ReceiveAsync(answer.AsMemory(read));
            read += more > 0 ? more : throw new InvalidOperationException("The host closed the connection.");
        }
        while (!IsWhole(answer.AsSpan(0, read)));
        if (!answer.AsSpan().StartsWith("HTTP/1.1 202 "u8))
        {
            throw new InvalidOperationException($"The host answered {Encoding.UTF8.GetString(answer, 0, read)}");
        }
    }

    public void Dispose() => socket.Dispose();

    // Either in chunks, of which the last is empty, or with a length.
    private static bool IsWhole(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var length = text[..end].IndexOf("Content-Length: "u8);
        if (length < 0)
        {
            return text.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var digits = text[(length + "Content-Length: ".Length)..end];
        var stop = digits.IndexOf((byte)'\r');
        return text.Length - end - 4 >= int.Parse(stop < 0 ? digits : digits[..stop], provider: null);
    }
}
