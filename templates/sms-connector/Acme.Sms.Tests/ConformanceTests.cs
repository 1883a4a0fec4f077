using Connector.Testing;
using Connector.Testing.NUnit;
using Connector.Testing.Providers;

namespace AcmeNamespace.Tests;

/// <summary>The rules that every connector keeps, each a test of its own.</summary>
internal sealed class ConformanceTests : ConformanceFixture<ConformanceTests>, IConformanceSource
{
    public static ConnectorConformance Conformance { get; } =
        ConnectorConformance.For<AcmeSmsPlugin>(new ConnectorUnderTest
        {
            Config = Samples.Config,
            ConfigType = AcmeSmsJsonContext.Default.AcmeSmsOptions,
            Accepts = ProviderReply.Recorded(Samples.Exchange("accepted")),
        });
}
