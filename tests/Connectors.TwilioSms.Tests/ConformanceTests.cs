using Connector.Testing;
using Connector.Testing.NUnit;
using Connector.Testing.Providers;
using Connectors.TwilioSms.Tests.Wires;

namespace Connectors.TwilioSms.Tests;

internal sealed class ConformanceTests : ConformanceFixture<ConformanceTests>, IConformanceSource
{
    public static ConnectorConformance Conformance { get; } =
        ConnectorConformance.For<TwilioSmsPlugin>(new ConnectorUnderTest
        {
            Config = address => Config.With(("apiBaseUrl", address)).ToJsonString(),
            ConfigType = TwilioSmsJsonContext.Default.TwilioSmsOptions,
            Accepts = ProviderReply.Json(201, Samples.Message),
        });
}
