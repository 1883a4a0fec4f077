using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace TwilioSimulator.Tests.Usage;

internal sealed class UsageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 10, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task A_date_that_cannot_be_read_is_400()
    {
        await using var session = await Session.StartAsync();

        var answer = await session.GetAsync($"{session.AccountPath}/Usage/Records.json?StartDate=today");

        Assert.That(answer.Error, Is.EqualTo((400, 20001)));
    }

    [Test]
    public async Task A_message_that_never_left_costs_nothing()
    {
        await using var session = await Session.StartAsync();
        await session.SendAsync("+15005530001");
        await session.Server.AdvanceAsync(steps: 5);

        var record = await RecordAsync(session, "StartDate=2026-01-01");

        Assert.That(record.GetProperty("count").GetString(), Is.EqualTo("0"));
        Assert.That(record.GetProperty("price").GetString(), Is.EqualTo("0"));
    }

    [Test]
    public async Task Messages_segments_and_price_add_up_as_strings()
    {
        await using var session = await Session.StartAsync();
        await session.SendAsync();
        await session.PostAsync(
            session.MessagesPath, ("To", Session.Recipient), ("From", Session.Sender), ("Body", new string('a', 161)));
        await session.Server.AdvanceAsync(steps: 2);

        var record = await RecordAsync(session, "StartDate=2026-01-01");

        Assert.That(record.GetProperty("category").GetString(), Is.EqualTo("sms-outbound"));
        Assert.That(record.GetProperty("count").GetString(), Is.EqualTo("2"));
        Assert.That(record.GetProperty("count_unit").GetString(), Is.EqualTo("messages"));
        Assert.That(record.GetProperty("usage").GetString(), Is.EqualTo("3"));
        Assert.That(record.GetProperty("usage_unit").GetString(), Is.EqualTo("segments"));
        Assert.That(record.GetProperty("price").GetString(), Is.EqualTo("0.0237"));
        Assert.That(record.GetProperty("price_unit").GetString(), Is.EqualTo("usd"));
        Assert.That(record.GetProperty("start_date").GetString(), Is.EqualTo("2026-01-01"));
    }

    [TestCase("StartDate=2026-05-10", "1")]
    [TestCase("StartDate=2026-05-11", "0")]
    [TestCase("EndDate=2026-05-09", "0")]
    public async Task Only_the_days_asked_for_count(string query, string count)
    {
        await using var session = await Session.StartAsync(
            options => options.TimeProvider = new FakeTimeProvider(Noon));
        await session.SendAsync();
        await session.Server.AdvanceAsync(steps: 2);

        Assert.That((await RecordAsync(session, query)).GetProperty("count").GetString(), Is.EqualTo(count));
    }

    [Test]
    public async Task Without_a_category_every_category_is_listed()
    {
        await using var session = await Session.StartAsync();

        var page = (await session.GetAsync($"{session.AccountPath}/Usage/Records.json")).Json;

        var records = page.GetProperty("usage_records").EnumerateArray();
        Assert.That(
            records.Select(record => record.GetProperty("category").GetString()),
            Is.EqualTo(new[] { "sms", "sms-outbound" }));
    }

    private static async Task<JsonElement> RecordAsync(Session session, string query)
    {
        var path = $"{session.AccountPath}/Usage/Records.json?Category=sms-outbound&{query}";
        return (await session.GetAsync(path)).Json.GetProperty("usage_records").EnumerateArray().Single();
    }
}
