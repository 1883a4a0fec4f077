namespace Connector.Testing.Tests.Subjects;

internal sealed class GoodOptions
{
    public required string ApiBaseUrl { get; set; }

    public required string ApiKey { get; set; }

    public MessageKind Kind { get; set; }
}
