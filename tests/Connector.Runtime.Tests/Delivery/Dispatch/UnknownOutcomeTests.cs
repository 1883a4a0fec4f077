using Connector.Abstractions;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>What becomes of messages that may have left, on both databases.</summary>
[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class UnknownOutcomeTests(StorageProvider provider) : DeliveryFixture(provider)
{
    private static readonly SendOutcome NotThere = new SendOutcome.Refused(RefusalReason.NotAttempted);

    [Test]
    public async Task A_message_that_the_provider_has_is_not_sent_again()
    {
        var connector = new LookupConnector([Lost], new SendOutcome.Unknown("Not yet."), Accepted);
        Engine.Add("test", connector);

        var message = await SettleAsync(Request);

        Assert.That((message.Status, message.ProviderMessageId), Is.EqualTo(("accepted", "SM1")));
        Assert.That((connector.Sent.Count, connector.Asked.Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task The_provider_is_asked_about_the_time_when_the_message_was_sent()
    {
        var connector = new LookupConnector([Lost], Lost, Lost, Accepted);
        Engine.Add("test", connector);

        var message = await SettleAsync(Request);

        Assert.That(
            connector.Asked.Select(query => query.AttemptedAt - message.CreatedAt),
            Is.All.LessThan(TimeSpan.FromSeconds(1)));
    }

    [TestCase(ResendUnknown.AfterLookup, "accepted", 2)]
    [TestCase(ResendUnknown.Always, "accepted", 2)]
    [TestCase(ResendUnknown.Never, "refused", 1)]
    public async Task What_the_provider_does_not_have_is_sent_again_unless_never(
        ResendUnknown policy, string status, int sent)
    {
        Engine.RuntimeOptions.Delivery.ResendUnknown = policy;
        var connector = new LookupConnector([Lost, Accepted], NotThere);
        Engine.Add("test", connector);

        Assert.That((await SettleAsync(Request)).Status, Is.EqualTo(status));
        Assert.That(connector.Sent, Has.Count.EqualTo(sent));
    }

    [TestCase(ResendUnknown.AfterLookup, "unknown", 1)]
    [TestCase(ResendUnknown.Never, "unknown", 1)]
    [TestCase(ResendUnknown.Always, "accepted", 2)]
    public async Task What_nobody_can_tell_is_sent_again_only_when_always(
        ResendUnknown policy, string status, int sent)
    {
        Engine.RuntimeOptions.Delivery.ResendUnknown = policy;
        var connector = new LookupConnector([Lost, Accepted], Lost);
        Engine.Add("test", connector);

        Assert.That((await SettleAsync(Request)).Status, Is.EqualTo(status));
        Assert.That((connector.Sent.Count, connector.Asked.Count), Is.EqualTo((sent, 6)));
    }
}
