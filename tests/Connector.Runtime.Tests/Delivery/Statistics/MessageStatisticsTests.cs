using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Tests.Delivery;

[TestFixtureSource(typeof(TestStore), nameof(TestStore.Providers))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MessageStatisticsTests(StorageProvider provider) : IAsyncDisposable
{
    // Longer than any answer is given again after a quick reading.
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(3);

    private TestStore store = null!;
    private MessageStatistics statistics = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        store = await TestStore.OpenAsync(provider);
        statistics = new MessageStatistics(
            store.Database, store.Opening, Options.Create(new ConnectorRuntimeOptions()), store.Time);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Test]
    public async Task Without_messages_every_bucket_is_there_and_empty([Values] StatisticsPeriod period)
    {
        var report = await ReadAsync(period);

        Assert.That(report.Total.Total, Is.Zero);
        Assert.That(report.Buckets, Has.Count.EqualTo(PeriodLayout.All.Single(it => it.Period == period).Buckets));
        Assert.That(report.Buckets[0].From, Is.EqualTo(report.From));
        Assert.That(report.Buckets.Skip(1).Select(bucket => bucket.From),
            Is.EqualTo(report.Buckets.SkipLast(1).Select(bucket => bucket.Until)));
        Assert.That(report.Buckets[^1].From, Is.LessThanOrEqualTo(store.Time.GetUtcNow()));
        Assert.That(report.Buckets[^1].Until, Is.GreaterThan(store.Time.GetUtcNow()));
    }

    [Test]
    public async Task A_period_that_is_none_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await ReadAsync((StatisticsPeriod)9));

    [Test]
    public async Task Every_status_counts_in_one_group()
    {
        foreach (var status in Enum.GetValues<MessageStatus>())
        {
            await store.AddAsync(status);
        }

        Assert.That(
            (await ReadAsync(StatisticsPeriod.Hour)).Total,
            Is.EqualTo(new StatusCounts(Waiting: 2, Unknown: 1, Accepted: 2, Delivered: 1, Failed: 4, Canceled: 1)));
    }

    [Test]
    public async Task Messages_are_in_the_bucket_of_their_time_and_older_ones_in_none()
    {
        await store.AddAsync(MessageStatus.Failed);
        store.Time.Advance(TimeSpan.FromHours(1));
        await store.AddAsync();
        store.Time.Advance(TimeSpan.FromMinutes(5));
        await store.AddAsync(MessageStatus.Delivered);
        await store.AddAsync(MessageStatus.Delivered);

        var report = await ReadAsync(StatisticsPeriod.Hour);

        Assert.That((report.Total.Accepted, report.Total.Delivered, report.Total.Failed), Is.EqualTo((1, 2, 0)));
        Assert.That(report.Buckets.TakeLast(3).Select(bucket => bucket.Counts.Total), Is.EqualTo([0, 1, 2]));
        Assert.That((await ReadAsync(StatisticsPeriod.Day)).Total.Failed, Is.EqualTo(1));
    }

    [Test]
    public async Task Connectors_and_countries_are_counted_by_themselves()
    {
        var id = await store.AddAsync(MessageStatus.Delivered, connector: "twilio");
        await store.WriteAsync("UPDATE messages SET country = 'ES' WHERE id = $1", id);
        await store.AddAsync(MessageStatus.Failed, connector: "Other");
        await store.AddAsync(MessageStatus.Refused, connector: "other");

        var report = await ReadAsync(StatisticsPeriod.Week);

        Assert.That(
            report.Connectors.Select(it => (it.Name.ToUpperInvariant(), it.Counts.Delivered, it.Counts.Failed)),
            Is.EqualTo([("OTHER", 0, 2), ("TWILIO", 1, 0)]));
        Assert.That(
            report.Countries.Select(it => (it.Country, it.Counts.Total)),
            Is.EqualTo(new (string?, long)[] { (null, 2), ("ES", 1) }));
    }

    [Test]
    public async Task Latency_is_told_by_connector_to_two_digits()
    {
        var id = await store.AddAsync();
        for (var number = 1L; number <= 100; number++)
        {
            await store.AddAttemptAsync(id, number, "twilio", number * 1_234);
        }

        await store.AddAttemptAsync(id, 101, "gone", 7);

        var report = await ReadAsync(StatisticsPeriod.Hour);

        var latency = report.Connectors.Single(connector => connector.Name == "twilio").Latency!;
        Assert.That(latency.Attempts, Is.EqualTo(100));
        Assert.That(latency.P50.TotalMilliseconds, Is.EqualTo(50 * 1.234).Within(5).Percent);
        Assert.That(latency.P95.TotalMilliseconds, Is.EqualTo(95 * 1.234).Within(5).Percent);
        Assert.That(latency.P99.TotalMilliseconds, Is.EqualTo(99 * 1.234).Within(5).Percent);
        var gone = report.Connectors.Single(connector => connector.Name == "gone");
        Assert.That((gone.Counts.Total, gone.Latency!.P99), Is.EqualTo((0, TimeSpan.FromMicroseconds(7))));
    }

    [Test]
    public async Task Refused_logins_are_counted_by_connector()
    {
        var id = await store.AddAsync();
        await store.AddAttemptAsync(id, 1, "twilio", 5);
        await store.AddAttemptAsync(id, 2, "other", 5);
        await store.AddAttemptAsync(id, 3, "twilio", 5);
        await store.WriteAsync("UPDATE attempts SET reason = 'authentication' WHERE number = 3");
        await store.WriteAsync("UPDATE attempts SET reason = 'optedOut' WHERE number = 2");

        var report = await ReadAsync(StatisticsPeriod.Hour);

        Assert.That(
            report.Connectors.Select(it => (it.Name, it.RefusedLogins)), Is.EqualTo([("other", 0L), ("twilio", 1L)]));
    }

    [TestCase(0)]
    [TestCase(99)]
    [TestCase(100)]
    [TestCase(999_999)]
    [TestCase(3_600_000_000)]
    [TestCase(50_000_000_000)]
    public async Task Any_duration_keeps_two_digits(long microseconds)
    {
        await store.AddAttemptAsync(await store.AddAsync(), 1, "twilio", microseconds);

        var latency = (await ReadAsync(StatisticsPeriod.Hour)).Connectors.Single().Latency!;

        Assert.That(latency.P50.TotalMicroseconds, Is.EqualTo(microseconds).Within(5).Percent);
    }

    [Test]
    public async Task Who_asks_again_at_once_gets_the_same_and_later_what_has_changed()
    {
        var id = await store.AddAsync();
        var first = await ReadAsync(StatisticsPeriod.Hour);
        await store.WriteAsync("UPDATE messages SET status = 10 WHERE id = $1", id);

        Assert.That(await ReadAsync(StatisticsPeriod.Hour), Is.SameAs(first));
        store.Time.Advance(Later);
        Assert.That((await ReadAsync(StatisticsPeriod.Hour)).Total.Delivered, Is.EqualTo(1));
    }

    [Test]
    public async Task Many_who_ask_at_once_share_one_reading()
    {
        await store.AddAsync();

        var reports = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReadAsync(StatisticsPeriod.Week)));

        Assert.That(reports.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_was_long_ago_is_read_again_seldom_but_is()
    {
        var id = await store.AddAsync();
        store.Time.Advance(TimeSpan.FromHours(10));
        Assert.That((await ReadAsync(StatisticsPeriod.Day)).Total.Accepted, Is.EqualTo(1));
        await store.WriteAsync("UPDATE messages SET status = 10 WHERE id = $1", id);

        store.Time.Advance(Later);
        Assert.That((await ReadAsync(StatisticsPeriod.Day)).Total.Delivered, Is.Zero);
        store.Time.Advance(TimeSpan.FromHours(2));
        Assert.That((await ReadAsync(StatisticsPeriod.Day)).Total.Delivered, Is.EqualTo(1));
    }

    [Test]
    public async Task Who_gives_up_waiting_does_not_stop_the_reading_of_the_others()
    {
        using var gaveUp = new CancellationTokenSource();
        await gaveUp.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(
            async () => await statistics.ReadAsync(StatisticsPeriod.Hour, gaveUp.Token));
        Assert.That((await ReadAsync(StatisticsPeriod.Hour)).Total.Total, Is.Zero);
    }

    [Test]
    public async Task The_backlog_tells_what_waits_and_for_how_long_it_could_have_gone()
    {
        await store.AddAsync(MessageStatus.Queued, MessageWork.Send);
        await store.AddAsync(MessageStatus.Sending, MessageWork.Send, owner: 7);
        await store.AddAsync();
        Assert.That(await BacklogAsync(), Is.EqualTo((1, TimeSpan.Zero)));

        store.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await BacklogAsync(), Is.EqualTo((1, TimeSpan.FromMinutes(1))));
    }

    [Test]
    public async Task A_backlog_that_grows_for_a_minute_says_by_how_much()
    {
        for (var reading = 0; reading < 5; reading++)
        {
            for (var message = 0; message < 20; message++)
            {
                await store.AddAsync(MessageStatus.Queued, MessageWork.Send);
            }

            store.Time.Advance(TimeSpan.FromSeconds(15));
            await BacklogAsync();
        }

        Assert.That((await statistics.ReadBacklogAsync(CancellationToken.None)).Growth, Is.EqualTo(80));
    }

    [Test]
    public async Task An_empty_backlog_is_not_late() =>
        Assert.That(await BacklogAsync(), Is.EqualTo((0, TimeSpan.Zero)));

    private Task<StatisticsReport> ReadAsync(StatisticsPeriod period) =>
        statistics.ReadAsync(period, CancellationToken.None);

    private async Task<(long Waiting, TimeSpan OverdueFor)> BacklogAsync()
    {
        var backlog = await statistics.ReadBacklogAsync(CancellationToken.None);
        return (backlog.Waiting, backlog.OverdueFor);
    }
}
