using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Connector.Testing.Providers;

/// <summary>What a <see cref="ProviderStub"/> does when a request has arrived. Immutable.</summary>
public sealed class ProviderReply
{
    private readonly Func<Socket, CancellationToken, Task<bool>> act;

    private ProviderReply(Func<Socket, CancellationToken, Task<bool>> act) => this.act = act;

    /// <summary>Never answers.</summary>
    public static ProviderReply Stall { get; } = new(async (_, stopped) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopped);
        return false;
    });

    /// <summary>Breaks the connection.</summary>
    public static ProviderReply Reset { get; } = new((socket, _) =>
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        return Task.FromResult(false);
    });

    /// <summary>Ends the connection in order, without an answer.</summary>
    public static ProviderReply HangUp { get; } = new((_, _) => Task.FromResult(false));

    /// <summary>Answers with JSON.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="json">The body.</param>
    /// <param name="headers">Further headers, such as <c>Retry-After: 7</c>.</param>
    /// <returns>The reply.</returns>
    public static ProviderReply Json(int status, string json, params string[] headers) =>
        Text(status, json, ["Content-Type: application/json", .. headers]);

    /// <summary>Answers with any text.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body, sent as UTF-8.</param>
    /// <param name="headers">Headers, such as <c>Content-Type: text/plain</c>; the length is added.</param>
    /// <returns>The reply.</returns>
    public static ProviderReply Text(int status, string body, params string[] headers)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Raw(Compose($"HTTP/1.1 {status.ToString(CultureInfo.InvariantCulture)} Text", headers, body));
    }

    /// <summary>
    /// Answers as recorded: a status line, headers, an empty line and the body, with line ends of either kind.
    /// </summary>
    /// <param name="exchange">
    /// The recording. Headers about length, coding and connection are replaced by ones that fit.
    /// </param>
    /// <returns>The reply.</returns>
    /// <exception cref="FormatException">It doesn't begin with a status line.</exception>
    public static ProviderReply Recorded(string exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var text = exchange.ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        string[] head = (end < 0 ? text.TrimEnd('\n') : text[..end]).Split('\n');
        if (!head[0].StartsWith("HTTP/", StringComparison.Ordinal))
        {
            throw new FormatException("A recorded answer begins with a status line, such as HTTP/1.1 200 OK.");
        }

        var status = "HTTP/1.1" + head[0][head[0].IndexOf(' ', StringComparison.Ordinal)..];
        return Raw(Compose(status, head.Skip(1).Where(IsKept), end < 0 ? "" : text[(end + 2)..]));
    }

    /// <summary>Sends bytes and keeps the connection open.</summary>
    /// <param name="answer">The answer or a part of it, sent as UTF-8.</param>
    /// <returns>The reply.</returns>
    public static ProviderReply Raw(string answer) => Raw(answer, then: null);

    /// <summary>Sends bytes and goes on with another reply.</summary>
    /// <param name="answer">The beginning of an answer, sent as UTF-8.</param>
    /// <param name="then">What follows; <see langword="null"/> keeps the connection open.</param>
    /// <returns>The reply.</returns>
    public static ProviderReply Raw(string answer, ProviderReply? then)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new ProviderReply(async (socket, stopped) =>
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(answer), stopped);
            return then is null || await then.ActAsync(socket, stopped);
        });
    }

    /// <summary>Waits for a signal before it goes on with another reply.</summary>
    /// <param name="signal">What to wait for.</param>
    /// <param name="then">What follows.</param>
    /// <returns>The reply.</returns>
    public static ProviderReply After(Task signal, ProviderReply then)
    {
        ArgumentNullException.ThrowIfNull(then);
        return new ProviderReply(async (socket, stopped) =>
        {
            await signal.WaitAsync(stopped);
            return await then.ActAsync(socket, stopped);
        });
    }

    /// <returns>Whether the connection stays open.</returns>
    internal Task<bool> ActAsync(Socket socket, CancellationToken stopped) => act(socket, stopped);

    private static bool IsKept(string header) => header.Split(':')[0].ToUpperInvariant() is not
        ("CONTENT-LENGTH" or "TRANSFER-ENCODING" or "CONTENT-ENCODING" or "CONNECTION" or "KEEP-ALIVE");

    private static string Compose(string status, IEnumerable<string> headers, string body)
    {
        var length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        return string.Join("\r\n", [status, $"Content-Length: {length}", .. headers, "", body]);
    }
}
