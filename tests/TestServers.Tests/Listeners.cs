using System.Buffers.Binary;
using System.Globalization;
using System.Net;

namespace TestServers.Tests;

/// <summary>Reads from <c>/proc</c> who listens where.</summary>
internal static class Listeners
{
    private const string Listening = "0A";

    public static IReadOnlyList<Listener> Of(IReadOnlyList<int> processes)
    {
        var sockets = processes.SelectMany(SocketsOf).ToHashSet(StringComparer.Ordinal);
        string[] tables = ["/proc/net/tcp", "/proc/net/tcp6"];
        return
        [
            .. tables.SelectMany(File.ReadLines)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(columns => columns[3] == Listening && sockets.Contains($"socket:[{columns[9]}]"))
                .Select(columns => Parse(columns[1])),
        ];
    }

    private static IEnumerable<string?> SocketsOf(int process) =>
        Directory.EnumerateFiles($"/proc/{process}/fd").Select(file => new FileInfo(file).LinkTarget);

    private static Listener Parse(string text)
    {
        var parts = text.Split(':');
        var bytes = Convert.FromHexString(parts[0]);
        for (var word = 0; word < bytes.Length; word += sizeof(uint))
        {
            // The kernel prints words of four bytes in the order of the machine.
            var span = bytes.AsSpan(word, sizeof(uint));
            BinaryPrimitives.WriteUInt32BigEndian(span, BitConverter.IsLittleEndian
                ? BinaryPrimitives.ReadUInt32LittleEndian(span)
                : BinaryPrimitives.ReadUInt32BigEndian(span));
        }

        var port = int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Listener(new IPAddress(bytes), port);
    }
}
