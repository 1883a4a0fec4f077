using Connector.Testing;
using Connector.Testing.NUnit;
using Connector.Testing.Providers;
using Connectors.HttpSms.Tests.Wires;

namespace Connectors.HttpSms.Tests;

internal sealed class ConformanceTests : ConformanceFixture<ConformanceTests>, IConformanceSource
{
    public static ConnectorConformance Conformance { get; } =
        ConnectorConformance.For<HttpSmsPlugin>(new ConnectorUnderTest
        {
            Config = address => Config.With(("url", address), ("checkUrl", address)).ToJsonString(),
            ConfigType = HttpSmsJsonContext.Default.HttpSmsOptions,
            Accepts = ProviderReply.Json(200, """{"id":"m-1"}"""),
        });
}
