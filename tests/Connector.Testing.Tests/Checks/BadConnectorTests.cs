using Connector.Abstractions;
using Connector.Testing.Tests.Subjects;

namespace Connector.Testing.Tests.Checks;

/// <summary>A check that can't fail guards nothing: each has connectors that fail it, and says why.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class BadConnectorTests
{
    // What is read without a plugin of its own is tested beside these.
    private static readonly string[] TestedApart = ["manifest", "config-schema", "config-type"];

    private static IEnumerable<TestCaseData> BadConnectors =>
    [
        Plugin<BadHabits.ValidatorThrows>("config-sample", "throws"),
        Plugin<BadHabits.ValidatorRefuses>("config-sample", "'/apiKey': No."),
        Plugin<BadCalls.CallsTheProviderAtOnce>("creation", "called the provider"),
        Bad<BadCalls.NeverStarts>("creation", "did not end within"),
        Bad<BadHabits.FailsElsewhere>("creation", "threw InvalidOperationException: not here"),
        Bad<BadHabits.FailsElsewhere>("no-retries", "could not be tried, InvalidOperationException: not here"),
        Bad<BadCalls.Blocks>("no-blocking", "held its caller's thread"),
        Bad<BadCalls.OneAfterTheOther>("concurrency", "only 1 reached"),
        Bad<BadCalls.MixesUp>("concurrency", "another's code"),
        Bad<BadCalls.IgnoresCancellation>("cancellation", "cancelled while waiting for an answer ended with no answer"),
        Bad<BadCalls.IgnoresCancellation>("cancellation", "cancelled before it began reached the provider"),
        Bad<BadCalls.SwallowsCancellation>("cancellation", "ended with Unknown"),
        Bad<BadCalls.Retries>("no-retries", "2 requests"),
        Bad<BadCalls.DisposedOnlyOnce>("disposal", "second disposal threw"),
        Bad<BadCalls.DisposesForEver>("disposal", "first disposal did not end"),
        Bad<BadCalls.DisposesTheHostsClient>("disposal", "belongs to the host"),
        Bad<BadOutcomes.NamelessAcceptance>("outcome-accepted", "no ProviderMessageId"),
        Bad<BadOutcomes.DoubtsEveryFailure>("outcome-client-error", "answers 400, the outcome was Unknown"),
        Bad<BadOutcomes.TakesEveryRefusalForTheCredentials>("outcome-client-error", "Refused(Authentication)"),
        Bad<BadOutcomes.ForgetsTheWait>("outcome-rate-limit", "RetryAfter of 7 s"),
        Bad<BadOutcomes.TakesALimitForAMistake>("outcome-rate-limit", "was Refused(Misconfigured)"),
        Bad<BadOutcomes.TakesAServersErrorForARefusal>("outcome-server-error", "must be Unknown"),
        Bad<BadOutcomes.TakesARedirectForSuccess>("outcome-redirect", "answers 302, the outcome was Accepted"),
        Bad<BadOutcomes.TakesALostAnswerForARefusal>("outcome-lost-answer", "resets the connection"),
        Bad<BadOutcomes.TakesSilenceForARefusal>("outcome-timeout", "Refused(ProviderUnavailable)"),
        Bad<BadOutcomes.TakesAnyPageForSuccess>("outcome-unreadable", "a page of HTML, the outcome was Accepted"),
        Bad<BadOutcomes.DoubtsWhatNeverLeft>("outcome-unreachable", "the outcome was Unknown"),
        Bad<BadOutcomes.ThrowsWhenUnreachable>("outcome-unreachable", "the outcome was InvalidOperationException"),
        Bad<BadCalls.ClaimsToKnow>("capabilities", "must answer Undetermined"),
        Bad<BadCalls.ClaimsToKnow>("capabilities", "must answer Unknown"),
        Bad<BadCalls.ThrowsForUsage>("capabilities", "GetUsageAsync threw InvalidOperationException: no usage"),
        Bad<BadCalls.BelievesEverybody>("forged-receipts", "was believed"),
        Bad<BadCalls.KnowsOnlyGeneric>("templates", "for SignIn"),
        Bad<BadCalls.KnowsOnlyEnglish>("templates", "isn't served by the text without a language"),
        Bad<BadHabits.LogsTheNumber>("private-data", "the log holds the phone number"),
        Bad<BadHabits.LogsTheCodeInAScope>("private-data", "the log holds the code"),
        Bad<BadHabits.RepeatsTheProvider>("private-data", "the outcome holds the provider's answer"),
        Bad<BadHabits.ThrowsTheKey>("private-data", "the exception holds a secret"),
        Plugin<BadHabits.NamesTheKeyItCannotRead>("private-data", "faulty apiKey holds a secret"),
        Bad<BadHabits.LeavesAThread>("foreground-threads", "did not end"),
        Bad<BadHabits.FailsElsewhere>("foreground-threads", "failed in a process of its own"),
        Bad<BadHabits.LeavesAHandler>("unload", "kept the plugin loaded"),
        Bad<BadHabits.FailsElsewhere>("unload", "failed in a process of its own"),
    ];

    [TestCaseSource(nameof(BadConnectors))]
    [CancelAfter(120_000)]
    public async Task A_bad_connector_fails_and_learns_why(
        ConnectorConformance conformance, string check, string finding, CancellationToken cancellationToken)
    {
        var result = await conformance.Checks.Single(one => one.Name == check).RunAsync(cancellationToken);

        Assert.That(result.Status, Is.EqualTo(ConformanceStatus.Failed));
        Assert.That(result.Findings, Has.Some.Contains(finding));
        Assert.That(result.ToString(), Does.Not.Contain(Good.Key));
    }

    [Test]
    public void Every_check_has_a_connector_that_fails_it()
    {
        var checks = ConnectorConformance.For<GoodPlugin>(Good.Description).Checks.Select(check => check.Name);

        Assert.That(
            BadConnectors.Select(bad => bad.Arguments[1]).Concat(TestedApart).Distinct(),
            Is.EquivalentTo(checks));
    }

    private static TestCaseData Bad<TConnector>(string check, string finding)
        where TConnector : GoodConnector, new() =>
        Case<PluginOf<TConnector>>(typeof(TConnector), check, finding);

    private static TestCaseData Plugin<TPlugin>(string check, string finding)
        where TPlugin : ISmsConnectorPlugin, new() =>
        Case<TPlugin>(typeof(TPlugin), check, finding);

    private static TestCaseData Case<TPlugin>(Type type, string check, string finding)
        where TPlugin : ISmsConnectorPlugin, new() =>
        new TestCaseData(ConnectorConformance.For<TPlugin>(Good.Impatient), check, finding)
            .SetArgDisplayNames(check, type.Name, finding);
}
