namespace Connector.Testing.Tests.Subjects;

/// <summary>Fits the schema in nothing.</summary>
internal sealed class OtherOptions
{
    public string? ApiBaseUrl { get; set; }

    public required int ApiKey { get; set; }

    public OtherKind Kind { get; set; }

    public bool Extra { get; set; }
}
