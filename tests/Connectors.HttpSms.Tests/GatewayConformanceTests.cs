using Connector.Testing;
using Connector.Testing.NUnit;
using Connector.Testing.Providers;
using Connectors.HttpSms.Tests.Wires;

namespace Connectors.HttpSms.Tests;

/// <summary>The rules hold for a gateway that is called by GET and answers in text too.</summary>
internal sealed class GatewayConformanceTests : ConformanceFixture<GatewayConformanceTests>, IConformanceSource
{
    public static ConnectorConformance Conformance { get; } =
        ConnectorConformance.For<HttpSmsPlugin>(new ConnectorUnderTest
        {
            Config = address => Config.Gateway(address).ToJsonString(),
            ConfigType = HttpSmsJsonContext.Default.HttpSmsOptions,
            Accepts = ProviderReply.Text(200, "OK 4711"),
        });
}
