namespace TwilioSimulator.Http;

/// <summary>A request as it arrived.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query exactly as on the request line.</param>
/// <param name="Headers">Headers by name, not case-sensitive; several values of one name joined by a comma.</param>
/// <param name="Body">The body's bytes read as UTF-8; a form body is ASCII and so is exact.</param>
/// <param name="ReceivedAt">When it arrived, by the simulator's clock.</param>
public sealed record RecordedRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    DateTimeOffset ReceivedAt)
{
    /// <summary>Method and path without the query, which may hold phone numbers.</summary>
    /// <returns>Text without credentials, numbers or message texts.</returns>
    public override string ToString() => $"{Method} {Path.Split('?')[0]}";
}
