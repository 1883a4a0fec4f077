using System.Text;
using Connector.Abstractions;
using Connector.Runtime.Audit;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Storage;
using Microsoft.Extensions.Logging.Testing;

namespace Connector.Runtime.Tests.Delivery;

[TestFixtureSource(typeof(TestStore), nameof(TestStore.Providers))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MessageNumbersTests(StorageProvider provider) : IAsyncDisposable
{
    private const string Number = "+14155550123";

    private readonly FakeLogger<MessageNumbers> log = new();
    private TestStore store = null!;

    [SetUp]
    public async Task OpenAsync() => store = await TestStore.OpenAsync(provider);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Test]
    public async Task An_unknown_message_has_no_number_and_nothing_is_recorded()
    {
        Assert.That(await Numbers(store.Opening).RevealAsync("msg_nobody", "key_1", CancellationToken.None), Is.Null);
        Assert.That(await Numbers(store.Opening).IsKeptAsync("msg_nobody", CancellationToken.None), Is.False);
        Assert.That(await store.CountAsync("audit"), Is.Zero);
    }

    [Test]
    public async Task An_erased_number_stays_erased_and_nothing_is_recorded()
    {
        var id = await AddAsync();
        await store.WriteAsync("UPDATE messages SET content = NULL WHERE id = $1", id);

        var fault = await Assert.ThrowsAsync<ConnectorRequestException>(
            () => Numbers(store.Opening).RevealAsync(id, "key_1", CancellationToken.None));

        Assert.That((fault?.Kind, fault?.Code), Is.EqualTo((ConnectorRequestKind.Conflict, "number_erased")));
        Assert.That(await Numbers(store.Opening).IsKeptAsync(id, CancellationToken.None), Is.False);
        Assert.That(await store.CountAsync("audit"), Is.Zero);
    }

    [Test]
    public async Task A_number_whose_key_is_gone_is_a_problem_without_the_number()
    {
        var id = await store.AddAsync();

        var fault = await Assert.ThrowsAsync<ConnectorRequestException>(
            () => Numbers(store.Opening).RevealAsync(id, "key_1", CancellationToken.None));

        Assert.That(fault?.Code, Is.EqualTo("number_unreadable"));
        Assert.That(log.LatestRecord.Message, Does.Contain(id));
        Assert.That(await store.CountAsync("audit"), Is.Zero);
    }

    [TestCase("""{"to":"5550123"}""")]
    [TestCase("""{"to":null}""")]
    [TestCase("null")]
    public async Task What_is_sealed_in_place_of_a_number_is_a_problem_too(string content)
    {
        var id = await store.AddAsync(MessageStatus.Queued, MessageWork.Send);
        await SealAsync(id, Encoding.UTF8.GetBytes(content));

        var fault = await Assert.ThrowsAsync<ConnectorRequestException>(
            () => Numbers(store.Opening).RevealAsync(id, "key_1", CancellationToken.None));

        Assert.That(fault?.Code, Is.EqualTo("number_unreadable"));
        Assert.That(log.LatestRecord.Message, Does.Contain(id).And.Not.Contains("5550123"));
    }

    [Test]
    public async Task What_can_t_be_recorded_is_not_revealed()
    {
        var id = await AddAsync();

        await Assert.ThrowsAsync<StorageException>(
            () => Numbers(store.Unopened()).RevealAsync(id, "key_1", CancellationToken.None));
    }

    [Test]
    public async Task A_kept_number_is_told_once_that_is_recorded_without_the_number()
    {
        var id = await AddAsync();

        var number = await Numbers(store.Opening).RevealAsync(id, "key_1", CancellationToken.None);

        Assert.That(number?.E164, Is.EqualTo(Number));
        Assert.That(await Numbers(store.Opening).IsKeptAsync(id, CancellationToken.None));
        var entry = (await Audit(store.Opening).ListAsync(null, 1, null, CancellationToken.None)).Entries.Single();
        Assert.That(
            (entry.Actor, entry.Action, entry.Subject, entry.Detail),
            Is.EqualTo(("key_1", "message.revealed", id, (string?)null)));
    }

    private async Task<string> AddAsync()
    {
        var id = await store.AddAsync(MessageStatus.Queued, MessageWork.Send);
        await SealAsync(
            id, MessageContent.Serialize(PhoneNumber.Parse(Number), new SmsPayload { Code = "123456" }));
        return id;
    }

    private Task SealAsync(string id, byte[] content) => store.WriteAsync(
        "UPDATE messages SET content = $2 WHERE id = $1", id, store.SealedData.SealMessage(content));

    private MessageNumbers Numbers(DatabaseOpening audited) =>
        new(store.Database, store.Opening, store.SealedData, Audit(audited), log);

    private AuditLog Audit(DatabaseOpening opening) =>
        new(store.Database, opening, store.Time, new FakeLogger<AuditLog>());
}
