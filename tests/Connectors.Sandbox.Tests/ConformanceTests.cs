using Connector.Testing;
using Connector.Testing.NUnit;

namespace Connectors.Sandbox.Tests;

internal sealed class ConformanceTests : ConformanceFixture<ConformanceTests>, IConformanceSource
{
    public static ConnectorConformance Conformance { get; } =
        ConnectorConformance.For<SandboxPlugin>(new ConnectorUnderTest
        {
            Config = _ => "{}",
            ConfigType = SandboxJsonContext.Default.SandboxOptions,
        });
}
