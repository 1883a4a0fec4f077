using Connector.Testing.Tests.Subjects;

namespace Connector.Testing.Tests.Checks;

internal sealed class WaiverTests
{
    [TestCase("no-such-check", "because")]
    [TestCase("no-retries", " ")]
    public void A_waiver_names_a_check_and_a_reason(string check, string reason) =>
        Assert.That(() => For(check, reason), Throws.ArgumentException.With.Message.Contains(check));

    [Test]
    public async Task A_waived_check_does_not_run_and_says_why()
    {
        var check = For("no-retries", "Acme deduplicates.").Checks.Single(one => one.Name == "no-retries");

        var result = await check.RunAsync(CancellationToken.None);

        Assert.That(result.Status, Is.EqualTo(ConformanceStatus.Waived));
        Assert.That(result.ToString(), Does.StartWith("Waived: no-retries.").And.EndWith("Acme deduplicates."));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Without_a_provider_the_checks_of_the_wire_do_not_apply(CancellationToken cancellationToken)
    {
        var conformance = ConnectorConformance.For<GoodPlugin>(new ConnectorUnderTest { Config = Good.Config });
        var check = conformance.Checks.Single(one => one.Name == "outcome-timeout");

        Assert.That((await check.RunAsync(cancellationToken)).Status, Is.EqualTo(ConformanceStatus.NotApplicable));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_config_type_that_is_not_given_is_a_failure(CancellationToken cancellationToken)
    {
        var conformance = ConnectorConformance.For<GoodPlugin>(new ConnectorUnderTest { Config = Good.Config });
        var check = conformance.Checks.Single(one => one.Name == "config-type");

        Assert.That((await check.RunAsync(cancellationToken)).Status, Is.EqualTo(ConformanceStatus.Failed));
    }

    private static ConnectorConformance For(string check, string reason) =>
        ConnectorConformance.For<GoodPlugin>(new ConnectorUnderTest
        {
            Config = Good.Config,
            Waived = new Dictionary<string, string> { [check] = reason },
        });
}
