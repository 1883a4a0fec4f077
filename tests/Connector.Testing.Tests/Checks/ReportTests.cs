using Connector.Testing.Providers;
using Connector.Testing.Tests.Subjects;

namespace Connector.Testing.Tests.Checks;

internal sealed class ReportTests
{
    [Test]
    [CancelAfter(120_000)]
    public async Task A_report_of_a_bad_connector_fails_a_test_of_any_framework(CancellationToken cancellationToken)
    {
        var connector = new ConnectorUnderTest
        {
            Config = Good.Config,
            ConfigType = GoodJsonContext.Default.OtherOptions,
            Accepts = ProviderReply.Json(200, """{ "id": "m-1" }"""),
        };

        var report = await ConnectorConformance.For<GoodPlugin>(connector).RunAsync(cancellationToken);

        Assert.That(report.HasPassed, Is.False);
        Assert.That(report.Results.Count(result => result.Status == ConformanceStatus.Failed), Is.EqualTo(1));
        Assert.That(
            report.ThrowIfFailed,
            Throws.InstanceOf<ConformanceException>().With.Message.Contains("Failed: config-type."));
    }
}
