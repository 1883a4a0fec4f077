namespace Connector.Testing.Providers;

/// <summary>A request that a <see cref="ProviderStub"/> received. Immutable.</summary>
public sealed class ProviderRequest
{
    internal ProviderRequest(string head, string body)
    {
        Head = head;
        Body = body;
        var lines = head.Split("\r\n");
        var start = lines[0].Split(' ');
        Method = start[0];
        Target = start.Length > 1 ? start[1] : "";
        Headers = lines.Skip(1)
            .Select(line => line.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => string.Join(", ", group.Select(parts => parts[1].Trim())),
                StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Such as <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>Path and query as sent, such as <c>/v1/messages?dry=1</c>.</summary>
    public string Target { get; }

    /// <summary>The headers by name, without regard to case; several of one name are joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The request line and headers, byte for byte, without the empty line.</summary>
    public string Head { get; }

    /// <summary>The body as UTF-8 text, without transfer coding.</summary>
    public string Body { get; }

    /// <summary>The request as it could be written in a file: head, empty line, body.</summary>
    /// <returns>The head and the body.</returns>
    public override string ToString() => $"{Head}\r\n\r\n{Body}";
}
