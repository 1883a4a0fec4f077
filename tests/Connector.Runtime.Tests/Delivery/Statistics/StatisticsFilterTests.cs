using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Tests.Delivery;

[TestFixtureSource(typeof(TestStore), nameof(TestStore.Providers))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class StatisticsFilterTests(StorageProvider provider) : IAsyncDisposable
{
    private TestStore store = null!;

    [SetUp]
    public async Task OpenAsync() => store = await TestStore.OpenAsync(provider);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [TestCase(null, null, 3, 2)]
    [TestCase("TWILIO", null, 2, 1)]
    [TestCase(null, "ES", 1, 0)]
    [TestCase(null, "none", 2, 0)]
    [TestCase("other", "ES", 0, 0)]
    [TestCase("gone", null, 0, 0)]
    public async Task One_connector_or_country_can_be_counted_by_itself(
        string? connector, string? country, int messages, int attempts)
    {
        var id = await store.AddAsync(MessageStatus.Delivered, connector: "twilio");
        await store.WriteAsync("UPDATE messages SET country = 'ES' WHERE id = $1", id);
        await store.AddAttemptAsync(id, 1, "other", 1_000);
        await store.AddAttemptAsync(id, 2, "twilio", 1_000);
        await store.AddAsync(MessageStatus.Failed, connector: "twilio");
        await store.AddAsync(MessageStatus.Failed, connector: "other");

        var statistics = new MessageStatistics(
            store.Database, store.Opening, Options.Create(new ConnectorRuntimeOptions()), store.Time);
        var report = await statistics.ReadAsync(
            StatisticsPeriod.Week,
            new StatisticsFilter { Connector = connector, Country = country },
            CancellationToken.None);

        Assert.That(report.Total.Total, Is.EqualTo(messages));
        Assert.That(report.Buckets.Sum(bucket => bucket.Counts.Total), Is.EqualTo(messages));
        Assert.That(report.Connectors.Sum(it => it.Counts.Total), Is.EqualTo(messages));
        Assert.That(report.Countries.Sum(it => it.Counts.Total), Is.EqualTo(messages));
        Assert.That(report.Connectors.Sum(it => it.Latency?.Attempts ?? 0), Is.EqualTo(attempts));
    }
}
