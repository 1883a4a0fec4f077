using Connector.Abstractions;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Connector.Runtime.Tests.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Tests.Delivery;

[TestFixtureSource(typeof(TestStore), nameof(TestStore.Providers))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MessagePriceTests(StorageProvider provider) : IAsyncDisposable
{
    private TestStore store = null!;

    [SetUp]
    public async Task OpenAsync() => store = await TestStore.OpenAsync(provider);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [TestCase(-0.01, "USD")]
    [TestCase(1_000_001, "USD")]
    [TestCase(0.01, null)]
    [TestCase(0.01, "")]
    [TestCase(0.01, "$")]
    [TestCase(0.01, "credits")]
    [TestCase(null, "USD")]
    public async Task What_can_t_be_is_no_price(double? price, string? currency)
    {
        var message = await AcceptAsync((decimal?)price, currency);

        Assert.That((message.Price, message.Currency), Is.EqualTo(((decimal?)null, (string?)null)));
    }

    [TestCase(0.0079, "usd", 0.0079, "USD")]
    [TestCase(0, "EUR", 0, "EUR")]
    [TestCase(0.12345678, "EUR", 0.123457, "EUR")]
    [TestCase(1_000_000, "IDR", 1_000_000, "IDR")]
    public async Task A_price_is_kept_to_the_millionth(
        double price, string currency, double expected, string expectedCurrency)
    {
        var message = await AcceptAsync((decimal)price, currency);

        Assert.That((message.Price, message.Currency), Is.EqualTo(((decimal?)expected, expectedCurrency)));
    }

    [Test]
    public async Task A_later_step_that_tells_no_price_leaves_it()
    {
        var id = await AddAsync();
        await CompleteAsync(id, Accepted(0.5m, "EUR"));
        await store.WriteAsync("UPDATE messages SET owner = 7 WHERE id = $1", id);

        await CompleteAsync(id, Accepted(null, null));

        Assert.That((await store.ReadAsync(id)).Price, Is.EqualTo(new MessagePrice(500_000, "EUR")));
    }

    [Test]
    public async Task Prices_are_added_up_by_currency_connector_and_country()
    {
        await AcceptAsync(0.0075m, "USD", connector: "twilio", country: "US");
        await AcceptAsync(0.01m, "USD", connector: "twilio", country: "ES");
        await AcceptAsync(0.04m, "EUR", connector: "Twilio", country: "ES");
        await AcceptAsync(null, null, connector: "other", country: "ES");

        var report = await new MessageStatistics(
                store.Database, store.Opening, Options.Create(new ConnectorRuntimeOptions()), store.Time)
            .ReadAsync(StatisticsPeriod.Hour, CancellationToken.None);

        SpentAmount[] all = [new("EUR", 0.04m), new("USD", 0.0175m)];
        Assert.That(report.Total.Total, Is.EqualTo(4));
        Assert.That(report.Spend, Is.EqualTo(all));
        Assert.That(report.Connectors.Select(connector => connector.Spend), Is.EqualTo(new[] { [], all }));
        Assert.That(
            report.Countries.Single(country => country.Country == "ES").Spend,
            Is.EqualTo(new[] { new SpentAmount("EUR", 0.04m), new SpentAmount("USD", 0.01m) }));
    }

    [Test]
    public async Task A_database_of_an_earlier_version_learns_to_keep_prices()
    {
        var id = await AddAsync();
        await store.WriteAsync("ALTER TABLE messages DROP COLUMN price");
        await store.WriteAsync("ALTER TABLE messages DROP COLUMN currency");
        await store.WriteAsync("DELETE FROM schema_versions WHERE scriptname LIKE '%0006_prices.sql'");

        await store.OpenAgainAsync();
        await CompleteAsync(id, Accepted(0.5m, "EUR"));

        Assert.That((await store.ReadAsync(id)).Price?.Amount, Is.EqualTo(0.5m));
    }

    private static SendOutcome.Accepted Accepted(decimal? price, string? currency) =>
        new("SM1") { Price = price, Currency = currency };

    private Task<string> AddAsync(string connector = "twilio") =>
        store.AddAsync(MessageStatus.Sending, MessageWork.Send, connector: connector, owner: 7);

    private async Task<MessageResult> AcceptAsync(
        decimal? price, string? currency, string connector = "twilio", string? country = null)
    {
        var id = await AddAsync(connector);
        await store.WriteAsync("UPDATE messages SET country = $2 WHERE id = $1", id, country);
        var told = await CompleteAsync(id, Accepted(price, currency));
        var kept = (await store.ReadAsync(id)).ToResult([]);
        Assert.That((told.Price, told.Currency), Is.EqualTo((kept.Price, kept.Currency)));
        return kept;
    }

    private async Task<MessageResult> CompleteAsync(string id, SendOutcome.Accepted accepted)
    {
        var record = await store.ReadAsync(id);
        var step = new NextStep(MessageStatus.Accepted, MessageWork.None)
        {
            Connector = record.Connector,
            Price = MessagePrice.Of(accepted),
        };
        var now = store.Time.GetUtcNow();
        var written = await store.Database.WriteAsync(
            [Completion.ToStatement(record, step, now, new DeliveryOptions(), takesReceipts: false)]);
        Assert.That(written[0], Is.EqualTo(1));
        return Completion.ToResult(record, step, attempt: null);
    }
}
