using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Storage;

namespace Connector.Runtime.Tests.Delivery;

[TestFixtureSource(typeof(TestStore), nameof(TestStore.Providers))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MessageListTests(StorageProvider provider) : IAsyncDisposable
{
    private readonly TestEngine connectors = new();
    private TestStore store = null!;
    private RecipientHash hash = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        store = await TestStore.OpenAsync(provider);
        hash = new RecipientHash(store.Database, store.SealedData);
    }

    public async ValueTask DisposeAsync()
    {
        await connectors.DisposeAsync();
        await store.DisposeAsync();
    }

    [Test]
    public async Task A_cursor_goes_with_its_own_filters_only()
    {
        await AddAsync(3);
        await hash.ComputeAsync(PhoneNumber.Parse("+14155550123"));
        var page = await ListAsync(new MessageListRequest { Status = "accepted", Limit = "1" });

        await Assert.ThrowsAsync<ConnectorRequestException>(
            () => ListAsync(new MessageListRequest { Status = "failed", Cursor = page.Next }));
        await Assert.ThrowsAsync<ConnectorRequestException>(
            () => ListAsync(new MessageListRequest { To = "+14155550123", Cursor = page.Next }));
        var again = await ListAsync(new MessageListRequest { Status = "accepted", Cursor = page.Next });
        Assert.That(again.Messages, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Pages_hold_every_message_once_the_newest_first_while_others_come_in()
    {
        var ids = await AddAsync(7);
        var listed = new List<string>();
        string? cursor = null;
        do
        {
            var page = await ListAsync(new MessageListRequest { Limit = "3", Cursor = cursor });
            listed.AddRange(page.Messages.Select(message => message.Id));
            cursor = page.Next;
            await AddAsync(1);
        }
        while (cursor is not null);

        Assert.That(listed, Is.EqualTo(ids.Reverse()));
    }

    [Test]
    public async Task A_last_page_that_is_just_full_has_no_next()
    {
        await AddAsync(3);

        Assert.That((await ListAsync(new MessageListRequest { Limit = "3" })).Next, Is.Null);
    }

    [TestCase("+14155550101")]
    [TestCase("1 (415) 555-0101")]
    [TestCase(" 14155550101")]
    public async Task A_number_is_found_however_it_is_written(string to)
    {
        var anna = await hash.ComputeAsync(PhoneNumber.Parse("+14155550101"));
        var bert = await hash.ComputeAsync(PhoneNumber.Parse("+14155550102"));
        var id = await store.AddAsync(hash: anna);
        await store.AddAsync(hash: bert);

        var page = await ListAsync(new MessageListRequest { To = to });

        Assert.That(page.Messages.Select(message => message.Id), Is.EqualTo([id]));
    }

    [Test]
    public async Task A_cursor_shows_no_number_and_keeps_to_it()
    {
        var anna = await hash.ComputeAsync(PhoneNumber.Parse("+14155550101"));
        await store.AddAsync(hash: anna);
        await AddAsync(3);
        await store.AddAsync(hash: anna);

        var first = await ListAsync(new MessageListRequest { To = "+14155550101", Limit = "1" });
        var second = await ListAsync(new MessageListRequest { Cursor = first.Next });

        var cursor = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(first.Next));
        Assert.That(cursor, Does.Not.Contain("415555"));
        Assert.That((second.Messages.Count, second.Next), Is.EqualTo((1, (string?)null)));
    }

    [Test]
    public async Task A_number_that_was_never_sent_anything_has_no_messages()
    {
        await AddAsync(1);

        Assert.That((await ListAsync(new MessageListRequest { To = "+14155550199" })).Messages, Is.Empty);
        Assert.That(await store.CountAsync("secrets"), Is.Zero);
    }

    [Test]
    public async Task A_number_s_messages_are_found_whether_or_not_there_is_an_index([Values] bool isShared)
    {
        var mine = await hash.ComputeAsync(PhoneNumber.Parse("+14155550123"));
        var oldest = await store.AddAsync(hash: mine);
        await AddAsync(3);
        var newest = await store.AddAsync(hash: mine);
        var filter = new MessageFilter { To = Convert.ToBase64String(mine) };

        var search = new MessageSearch(filter, limit: 5, isShared, stride: 2);
        var (messages, goOnAfter) = await store.Database.ReadAsync(search.RunAsync);

        Assert.That(messages.Select(message => message.Id), Is.EqualTo([newest, oldest]));
        Assert.That(goOnAfter, Is.Null);
    }

    [Test]
    public async Task Filters_narrow_the_list_together()
    {
        var wanted = await store.AddAsync(MessageStatus.Failed, connector: "twilio");
        await store.AddAsync(MessageStatus.Failed, connector: "other");
        await store.AddAsync(MessageStatus.Sent, connector: "twilio");

        var page = await ListAsync(new MessageListRequest { Status = "failed", Connector = "twilio" });

        Assert.That(page.Messages.Select(message => message.Id), Is.EqualTo([wanted]));
    }

    [TestCase("2026-01-02T03:04:05Z", null, 2)]
    [TestCase("2026-01-02T03:04:05.001Z", null, 1)]
    [TestCase("2026-01-02 03:04:05Z", null, null)]
    [TestCase("2026-01-02T04:04:05 01:00", null, 2)]
    [TestCase(null, "2026-01-02T03:04:06Z", 1)]
    [TestCase(null, "2026-01-02T03:04:05Z", 0)]
    [TestCase("2026-01-02", "2026-01-03", 2)]
    public async Task Times_include_their_beginning_and_not_their_end(string? from, string? until, int? expected)
    {
        await AddAsync(1);
        store.Time.Advance(TimeSpan.FromSeconds(1));
        await AddAsync(1);
        var request = new MessageListRequest { From = from, Until = until };

        if (expected is null)
        {
            await Assert.ThrowsAsync<ConnectorRequestException>(() => ListAsync(request));
            return;
        }

        Assert.That((await ListAsync(request)).Messages, Has.Count.EqualTo(expected));
    }

    [Test]
    public async Task Rare_messages_are_found_among_many_a_stride_at_a_time()
    {
        var oldest = await store.AddAsync(MessageStatus.Failed);
        await AddAsync(25);
        var newest = await store.AddAsync(MessageStatus.Failed);
        var filter = new MessageFilter { Status = MessageStatus.Failed };
        var found = new List<string>();

        // Strides of one message and twenty of them a page: the second page goes on where the first one gave up.
        var pages = 0;
        for (string? after = null; pages == 0 || after is not null; pages++)
        {
            var search = new MessageSearch(filter with { After = after }, limit: 5, store.Database.IsShared, stride: 1);
            (var messages, after) = await store.Database.ReadAsync(search.RunAsync);
            found.AddRange(messages.Select(message => message.Id));
        }

        Assert.That(found, Is.EqualTo([newest, oldest]));
        Assert.That(pages, Is.EqualTo(2));
    }

    [Test]
    public async Task Each_message_comes_with_its_own_attempts_in_their_order()
    {
        var ids = await AddAsync(45);
        foreach (var number in (long[])[2, 1])
        {
            foreach (var id in ids)
            {
                await store.WriteAsync(
                    "INSERT INTO attempts (message_id, number, connector, started_at, duration_us, outcome, reason) " +
                    "VALUES ($1, $2, 'twilio', 0, 1500, 'refused', $3)",
                    id,
                    number,
                    $"{id}-{number}");
            }
        }

        var page = await ListAsync(new MessageListRequest());

        Assert.That(page.Messages, Has.Count.EqualTo(45));
        foreach (var message in page.Messages)
        {
            Assert.That(
                message.Attempts.Select(attempt => attempt.Reason), Is.EqualTo([$"{message.Id}-1", $"{message.Id}-2"]));
        }
    }

    [Test]
    public async Task One_message_is_found_with_its_attempts()
    {
        var id = await store.AddAsync(MessageStatus.Delivered, providerId: "SM1");

        var message = await Archive().FindAsync(id, CancellationToken.None);

        Assert.That((message?.Status, message?.ProviderMessageId), Is.EqualTo(("delivered", "SM1")));
        Assert.That(await Archive().FindAsync("msg_nobody", CancellationToken.None), Is.Null);
    }

    private async Task<IReadOnlyList<string>> AddAsync(int count)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            store.Time.Advance(TimeSpan.FromMilliseconds(i == 0 ? 0 : 1));
            ids.Add(await store.AddAsync());
        }

        return ids;
    }

    private Task<MessagePage> ListAsync(MessageListRequest request) =>
        Archive().ListAsync(request, CancellationToken.None);

    private MessageArchive Archive() => new(store.Database, store.Opening, hash, connectors.Table);
}
