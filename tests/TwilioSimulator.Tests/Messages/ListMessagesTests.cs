using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace TwilioSimulator.Tests.Messages;

internal sealed class ListMessagesTests
{
    private const string Other = "+14155553333";

    private static readonly DateTimeOffset Noon = new(2026, 5, 10, 12, 0, 0, TimeSpan.Zero);

    [TestCase("DateSent=10.05.2026")]
    [TestCase("DateSent%3E=yesterday")]
    [TestCase("DateSent%3C=2026-05-10T12.00.00Z")]
    public async Task A_date_that_cannot_be_read_is_400(string query)
    {
        await using var session = await Session.StartAsync();

        var answer = await session.GetAsync($"{session.MessagesPath}?{query}");

        Assert.That(answer.Error, Is.EqualTo((400, 20001)));
    }

    [Test]
    public async Task An_empty_list_has_a_page_all_the_same()
    {
        await using var session = await Session.StartAsync();

        var page = (await session.GetAsync(session.MessagesPath)).Json;

        Assert.That(page.GetProperty("messages").GetArrayLength(), Is.Zero);
        Assert.That(page.GetProperty("page").GetInt32(), Is.Zero);
        Assert.That(page.GetProperty("page_size").GetInt32(), Is.EqualTo(50));
        Assert.That(page.GetProperty("next_page_uri").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(page.GetProperty("previous_page_uri").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(page.GetProperty("uri").GetString(), Is.EqualTo(session.MessagesPath));
    }

    [Test]
    public async Task The_newest_message_comes_first()
    {
        await using var session = await Session.StartAsync();
        var first = await session.SendAsync();
        var second = await session.SendAsync();

        Assert.That(await SidsAsync(session, string.Empty), Is.EqualTo(new[] { second.Sid, first.Sid }));
    }

    [Test]
    public async Task To_and_From_choose_messages()
    {
        await using var session = await Session.StartAsync();
        var mine = await session.SendAsync();
        var other = await session.SendAsync(Other);

        Assert.That(await SidsAsync(session, "?To=%2B14155553333"), Is.EqualTo(new[] { other.Sid }));
        Assert.That(await SidsAsync(session, "?From=%2B15005550006&To=%2B14155552671"), Is.EqualTo(new[] { mine.Sid }));
        Assert.That(await SidsAsync(session, "?From=%2B14155550100"), Is.Empty);
    }

    [TestCase("DateSent=2026-05-10", true)]
    [TestCase("DateSent=2026-05-09", false)]
    [TestCase("DateSent>=2026-05-10", true)]
    [TestCase("DateSent%3E=2026-05-11", false)]
    [TestCase("DateSent%3C=2026-05-10", true)]
    [TestCase("DateSent<=2026-05-09", false)]
    [TestCase("DateSent%3E=2026-05-10T12:00:00Z", true)]
    [TestCase("DateSent%3E=2026-05-10T12:00:01Z", false)]
    [TestCase("DateSent%3C=2026-05-10T14:00:00%2B02:00", true)]
    [TestCase("DateSent%3E=2026-05-09&DateSent%3C=2026-05-11", true)]
    public async Task Dates_choose_messages(string query, bool isFound)
    {
        var time = new FakeTimeProvider(Noon);
        await using var session = await Session.StartAsync(options => options.TimeProvider = time);
        await session.SendAsync();
        await session.Server.AdvanceAsync(steps: 2);

        Assert.That(await SidsAsync(session, $"?{query}"), Has.Count.EqualTo(isFound ? 1 : 0));
    }

    [Test]
    public async Task A_message_not_sent_yet_is_dated_by_its_creation()
    {
        await using var session = await Session.StartAsync(
            options => options.TimeProvider = new FakeTimeProvider(Noon));
        var sent = await session.SendAsync();

        Assert.That(await SidsAsync(session, "?DateSent=2026-05-10"), Is.EqualTo(new[] { sent.Sid }));
    }

    [Test]
    public async Task Pages_follow_each_other_although_messages_arrive_between_them()
    {
        await using var session = await Session.StartAsync();
        List<string> sent = [];
        for (var count = 0; count < 5; count++)
        {
            sent.Insert(0, (await session.SendAsync()).Sid);
        }

        List<string> seen = [];
        var next = $"{session.MessagesPath}?To=%2B14155552671&PageSize=2";
        while (next is not null)
        {
            var page = (await session.GetAsync(next)).Json;
            seen.AddRange(Sids(page));
            next = page.GetProperty("next_page_uri").GetString();
            await session.SendAsync();
        }

        Assert.That(seen, Is.EqualTo(sent));
    }

    [Test]
    public async Task A_page_can_be_asked_for_by_its_number()
    {
        await using var session = await Session.StartAsync();
        var oldest = await session.SendAsync();
        await session.SendAsync();
        await session.SendAsync();

        var page = (await session.GetAsync($"{session.MessagesPath}?PageSize=2&Page=1")).Json;

        Assert.That(Sids(page), Is.EqualTo(new[] { oldest.Sid }));
        Assert.That(page.GetProperty("start").GetInt32(), Is.EqualTo(2));
        Assert.That(page.GetProperty("previous_page_uri").GetString(), Does.EndWith("?PageSize=2&Page=0"));
    }

    [TestCase("0", 1)]
    [TestCase("5000", 1000)]
    public async Task A_page_size_stays_between_1_and_1000(string wanted, int size)
    {
        await using var session = await Session.StartAsync();

        var page = (await session.GetAsync($"{session.MessagesPath}?PageSize={wanted}")).Json;

        Assert.That(page.GetProperty("page_size").GetInt32(), Is.EqualTo(size));
    }

    private static async Task<List<string>> SidsAsync(Session session, string query) =>
        Sids((await session.GetAsync(session.MessagesPath + query)).Json);

    private static List<string> Sids(JsonElement page) =>
        [.. page.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("sid").GetString()!)];
}
