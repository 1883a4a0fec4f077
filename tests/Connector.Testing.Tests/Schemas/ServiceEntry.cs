namespace Connector.Testing.Tests.Schemas;

internal sealed class ServiceEntry
{
    public int Name { get; set; }
}
