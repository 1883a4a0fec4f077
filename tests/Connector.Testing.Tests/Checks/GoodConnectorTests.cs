using Connector.Testing.NUnit;
using Connector.Testing.Tests.Subjects;

namespace Connector.Testing.Tests.Checks;

internal sealed class GoodConnectorTests : ConformanceFixture<GoodConnectorTests>, IConformanceSource
{
    public static ConnectorConformance Conformance { get; } = ConnectorConformance.For<GoodPlugin>(Good.Description);
}
