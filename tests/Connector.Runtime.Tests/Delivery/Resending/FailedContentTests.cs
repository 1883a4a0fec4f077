using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FailedContentTests(StorageProvider provider) : ResendFixture(provider)
{
    [Test]
    public async Task Unless_configured_number_and_code_are_gone_and_nothing_is_sent_again()
    {
        Engine.RuntimeOptions.Delivery.KeepFailedContent = false;
        var connector = new AnsweringConnector(Invalid, Accepted);
        Engine.Add("test", connector);
        var message = await SettleAsync(Request);

        Assert.That(await HasContentAsync(message.Id), Is.False);
        var error = await RefusalAsync(message.Id);

        Assert.That((error.Kind, error.Code), Is.EqualTo((ConnectorRequestKind.Conflict, "message_content_gone")));
        Assert.That(error.Message, Does.Contain("ConnectorHost:Delivery:KeepFailedContent"));
        Assert.That(connector.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_the_provider_took_is_not_sent_again_and_its_code_is_gone()
    {
        Engine.Add("test", new AnsweringConnector(Accepted));
        var message = await SettleAsync(Request);

        var error = await RefusalAsync(message.Id);

        Assert.That(error.Code, Is.EqualTo("message_not_resendable"));
        Assert.That(error.Message, Does.StartWith("Its status is accepted."));
        Assert.That(await HasContentAsync(message.Id), Is.False);
    }

    [Test]
    public async Task After_its_expiry_nothing_is_sent_again_and_number_and_code_are_erased_within_a_minute()
    {
        Engine.Add("test", new AnsweringConnector(Invalid));
        var message = await SettleAsync(Request);
        await Engine.Get<Retention>().TryRunOnceAsync();
        Assert.That(await HasContentAsync(message.Id));

        Engine.Time.Advance(message.ExpiresAt - Engine.Time.GetUtcNow());

        Assert.That((await RefusalAsync(message.Id)).Code, Is.EqualTo("message_expired"));
        await Engine.Get<Retention>().TryRunOnceAsync();
        Assert.That(await HasContentAsync(message.Id), Is.False);
    }

    [Test]
    public async Task When_it_is_no_longer_configured_what_was_kept_is_erased()
    {
        Engine.Add("test", new AnsweringConnector(Invalid));
        var message = await SettleAsync(Request);
        Engine.RuntimeOptions.Delivery.KeepFailedContent = false;

        await Engine.Get<Retention>().TryRunOnceAsync();

        Assert.That(await HasContentAsync(message.Id), Is.False);
    }

    [TestCase(MessageStatus.Undelivered, true)]
    [TestCase(MessageStatus.Delivered, false)]
    public async Task What_a_receipt_says_before_the_provider_answers_decides_whether_the_code_stays(
        MessageStatus receipt, bool isKept)
    {
        Engine.Add("test", new ScriptedConnector(async _ =>
        {
            await Engine.Database.WriteAsync([new Statement("UPDATE messages SET status = $1", (long)receipt)]);
            return Lost;
        }));

        var message = await SettleAsync(Request);

        Assert.That(message.Status, Is.EqualTo(MessageStatuses.NameOf(receipt)));
        Assert.That(await HasContentAsync(message.Id), Is.EqualTo(isKept));
    }

    [Test]
    public async Task Without_the_keys_that_sealed_it_nothing_is_sent()
    {
        Engine.Add("test", new AnsweringConnector(Invalid));
        var message = await SettleAsync(Request);
        await Engine.Database.WriteAsync(
            [new Statement("UPDATE messages SET content = $2 WHERE id = $1", message.Id, new byte[40])]);

        Assert.That((await RefusalAsync(message.Id)).Code, Is.EqualTo("message_content_gone"));
    }
}
