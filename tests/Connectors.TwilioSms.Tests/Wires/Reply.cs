using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Connectors.TwilioSms.Tests.Wires;

/// <summary>What a wire does when a request has arrived.</summary>
/// <param name="Act">Does it; returns whether the connection stays open.</param>
internal sealed record Reply(Func<Socket, CancellationToken, Task<bool>> Act)
{
    /// <summary>Never answers.</summary>
    public static Reply Stall { get; } = new(async (_, stopped) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopped);
        return false;
    });

    /// <summary>Answers with success and the first byte of a body, and no more.</summary>
    public static Reply StallInBody { get; } =
        Broken("HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n{", Stall);

    /// <summary>Breaks the connection.</summary>
    public static Reply Reset { get; } = new((socket, _) =>
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        return Task.FromResult(false);
    });

    /// <summary>Ends the connection in order, without an answer.</summary>
    public static Reply Hangup { get; } = new((_, _) => Task.FromResult(false));

    public static Reply Json(int status, string json, params string[] headers) =>
        Text(status, json, ["Content-Type: application/json", .. headers]);

    public static Reply Text(int status, string body, params string[] headers) => Raw(Http(status, body, headers));

    public static Reply Raw(string bytes) => new(async (socket, stopped) =>
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(bytes), stopped);
        return true;
    });

    /// <summary>Sends the first part of an answer, then acts otherwise.</summary>
    public static Reply Broken(string bytes, Reply then) => new(async (socket, stopped) =>
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(bytes), stopped);
        return await then.Act(socket, stopped);
    });

    public static string Http(int status, string body, params string[] headers)
    {
        var length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        string[] lines = [$"HTTP/1.1 {status} Text", $"Content-Length: {length}", .. headers];
        return string.Join("\r\n", lines) + "\r\n\r\n" + body;
    }
}
