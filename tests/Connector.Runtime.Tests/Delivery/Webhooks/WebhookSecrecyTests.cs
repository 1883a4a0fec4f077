using System.Text;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

[TestFixture(StorageProvider.Sqlite)]
[TestFixture(StorageProvider.Postgres)]
internal sealed class WebhookSecrecyTests(StorageProvider provider) : EventTestCase(provider)
{
    [Test]
    public async Task While_a_secret_is_replaced_both_sign_and_then_the_new_one_alone()
    {
        var created = await Engine.SubscribeAsync(Receiver.Url);
        var rotated = await Engine.Webhooks.RotateSecretAsync(created.Id, TimeSpan.FromHours(1));
        Assert.That(rotated.OldSecretUntil, Is.EqualTo(Engine.Time.GetUtcNow().AddHours(1)));

        var during = await DeliverAsync();
        Assert.That(during.Signatures.Split(' '), Has.Length.EqualTo(2));
        Assert.That(during.IsSignedWith(created.Secret!, Engine.Time.GetUtcNow()));
        Assert.That(during.IsSignedWith(rotated.Secret!, Engine.Time.GetUtcNow()));

        Engine.Time.Advance(TimeSpan.FromHours(1));
        var after = await DeliverAsync();
        Assert.That(after.IsSignedWith(created.Secret!, Engine.Time.GetUtcNow()), Is.False);
        Assert.That(after.IsSignedWith(rotated.Secret!, Engine.Time.GetUtcNow()));
        Assert.That(
            (await Engine.Webhooks.GetAsync(created.Id, CancellationToken.None)).OldSecretUntil, Is.Null);
    }

    [Test]
    public async Task Without_an_overlap_the_former_secret_ends_at_once()
    {
        var created = await Engine.SubscribeAsync(Receiver.Url);
        var rotated = await Engine.Webhooks.RotateSecretAsync(created.Id, TimeSpan.Zero);

        var received = await DeliverAsync();

        Assert.That(received.Signatures, Does.Not.Contain(' '));
        Assert.That(received.IsSignedWith(rotated.Secret!, Engine.Time.GetUtcNow()));
    }

    [Test]
    public async Task A_test_is_signed_as_events_are()
    {
        var created = await Engine.SubscribeAsync(Receiver.Url);
        var rotated = await Engine.Webhooks.RotateSecretAsync(created.Id, TimeSpan.FromHours(1));

        var result = await Engine.Tester.TestAsync(created.Id, CancellationToken.None);

        var received = await Receiver.NextAsync();
        Assert.That(received.IsSignedWith(created.Secret!, Engine.Time.GetUtcNow()));
        Assert.That(received.IsSignedWith(rotated.Secret!, Engine.Time.GetUtcNow()));
        Assert.That((result.EventId, result.Delivered, result.HttpStatus), Is.EqualTo((received.Id, true, 204)));
        Assert.That(received.Json.GetProperty("type").GetString(), Is.EqualTo(EventTypes.Test));
        Assert.That(await Engine.CountAsync("webhook_events"), Is.Zero);
    }

    [Test]
    public async Task A_secret_whose_key_is_gone_is_told_and_nothing_goes_out_unsigned()
    {
        var webhook = await Engine.SubscribeAsync(Receiver.Url);
        await Engine.Database.WriteAsync([new Statement("UPDATE webhooks SET secret = $1", new byte[] { 1, 2, 3 })]);
        await Engine.TellAsync();
        await Engine.RunRoundAsync();

        Assert.That((await Engine.OnlyDeliveryAsync(webhook.Id)).Error, Is.EqualTo("secretUnreadable"));
        Assert.That(Receiver.Waiting, Is.Zero);
    }

    [Test]
    public async Task No_secret_is_in_the_database_the_log_or_a_list()
    {
        var created = await Engine.SubscribeAsync($"{Receiver.Url}?token=private-part");
        var rotated = await Engine.Webhooks.RotateSecretAsync(created.Id, TimeSpan.FromHours(1));
        Receiver.Answer = _ => "500 Internal Server Error";
        await DeliverAsync();
        var listed = await Engine.Webhooks.ListAsync(CancellationToken.None);

        Assert.That(listed.Single().Secret, Is.Null);
        Assert.That(Engine.LogText, Does.Contain(created.Id).And.Not.Contain("private-part"));
        Assert.That(created.ToString(), Is.EqualTo(created.Id));
        var stored = await Engine.Database.ReadAsync(session => session.QueryAsync(
            "SELECT secret, old_secret FROM webhooks",
            reader => (byte[])[.. reader.GetFieldValue<byte[]>(0), .. reader.GetFieldValue<byte[]>(1)]));
        byte[][] places = [.. stored, Engine.ReadFiles(), Encoding.UTF8.GetBytes(Engine.LogText)];
        foreach (var secret in (string[])[created.Secret!, rotated.Secret!])
        {
            var encoded = Encoding.UTF8.GetBytes(secret["whsec_".Length..]);
            var key = Convert.FromBase64String(secret["whsec_".Length..]);
            Assert.That(places.Any(place => place.AsSpan().IndexOf(encoded) >= 0), Is.False);
            Assert.That(places.Any(place => place.AsSpan().IndexOf(key) >= 0), Is.False);
        }
    }

    private async Task<ReceivedEvent> DeliverAsync()
    {
        await Engine.TellAsync();
        await Engine.RunRoundAsync();
        return await Receiver.NextAsync();
    }
}
