using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Runtime.Connectors;
using Connector.Runtime.Tests.Delivery;

namespace Connector.Runtime.Tests.Connectors;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ConnectorUsageTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TestEngine engine = new();

    private ConnectorUsage Usage => engine.Get<ConnectorUsage>();

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Test]
    public async Task A_report_that_throws_is_unavailable_and_its_message_stays_secret()
    {
        engine.Add("twilio", new ReportingConnector(_ => throw new InvalidOperationException("s3cret")));

        var error = await FailAsync();

        Assert.That((error.Kind, error.Code), Is.EqualTo((ConnectorRequestKind.Unavailable, "usage_failed")));
        Assert.That(error + engine.LogText, Does.Not.Contain("s3cret"));
        Assert.That(engine.LogText, Does.Contain("InvalidOperationException"));
    }

    [Test]
    public async Task A_report_that_hangs_is_left_at_the_deadline()
    {
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        engine.Add("twilio", new ReportingConnector(_ =>
        {
            called.SetResult();
            return new TaskCompletionSource<UsageReport?>().Task;
        }));
        var failing = FailAsync();
        await called.Task.WaitAsync(TimeSpan.FromSeconds(20));

        engine.Time.Advance(engine.RuntimeOptions.Messages.SendTimeout);

        Assert.That((await failing).Message, Is.EqualTo("Connector twilio did not ask for its usage in time."));
    }

    [Test]
    public async Task A_provider_that_does_not_answer_is_no_fault_of_the_plugin()
    {
        engine.Add("twilio", ReportingConnector.Answering(null));

        var error = await FailAsync();

        Assert.That(error.Message, Does.Contain("Check the connector's credentials"));
    }

    [TestCase(-1, 0L, 1, "a negative number of messages")]
    [TestCase(1, -1L, 1, "a negative number of segments")]
    [TestCase(1, 1L, -1, "a negative price")]
    public async Task Numbers_that_cannot_be_are_not_shown(int messages, long segments, int price, string fault)
    {
        engine.Add("twilio", ReportingConnector.Answering(
            new UsageReport(Start, messages) { Segments = segments, Price = price, Currency = "USD" }));

        Assert.That((await FailAsync()).Message, Does.Contain(fault).And.Contains("plugin's author"));
    }

    [Test]
    public async Task A_count_that_begins_in_the_future_is_not_shown()
    {
        engine.Add("twilio", ReportingConnector.Answering(new UsageReport(Start.AddDays(5), 1)));

        Assert.That((await FailAsync()).Message, Does.Contain("in the future"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("$")]
    [TestCase("credits")]
    public async Task An_amount_of_nobody_knows_what_is_no_price(string? currency)
    {
        engine.Add("twilio", ReportingConnector.Answering(
            new UsageReport(Start, 3) { Price = 1.5m, Currency = currency }));

        var report = (await ReadAsync())!;

        Assert.That((report.Messages, report.Price, report.Currency), Is.EqualTo((3L, (decimal?)null, (string?)null)));
    }

    [TestCase(2026, 1, 3)]
    [TestCase(2024, 12, 31)]
    public async Task A_day_that_nobody_can_be_asked_for_is_refused(int year, int month, int day)
    {
        var connector = ReportingConnector.Answering(new UsageReport(Start, 3));
        engine.Add("twilio", connector);

        await Assert.ThatAsync(
            () => Usage.ReadAsync("twilio", new DateOnly(year, month, day), CancellationToken.None),
            Throws.InstanceOf<ConnectorRequestException>().With.Property("Code").EqualTo("since_invalid"));
        Assert.That(connector.Asked, Is.Zero);
    }

    [Test]
    public async Task A_connector_that_cannot_report_gives_nothing()
    {
        engine.Add("twilio", ScriptedConnector.Answering(new SendOutcome.Accepted("SM1")));

        Assert.That(await ReadAsync(), Is.Null);
    }

    [Test]
    public async Task Usage_is_counted_from_the_first_of_the_month()
    {
        var connector = ReportingConnector.Answering(
            new UsageReport(Start, 3) { Segments = 4, Price = 0.0316m, Currency = "usd" });
        engine.Add("twilio", connector);

        var report = await ReadAsync();

        Assert.That(connector.LastSince, Is.EqualTo(Start));
        Assert.That(report, Is.EqualTo(new ConnectorUsageReport(Start, 3, engine.Time.GetUtcNow())
        {
            Segments = 4,
            Price = 0.0316m,
            Currency = "USD",
        }));
    }

    [Test]
    public async Task However_many_ask_the_provider_is_asked_once_in_ten_minutes()
    {
        var connector = ReportingConnector.Answering(new UsageReport(Start, 3));
        engine.Add("twilio", connector);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReadAsync()));
        engine.Time.Advance(TimeSpan.FromMinutes(9.9));
        await ReadAsync();
        Assert.That(connector.Asked, Is.EqualTo(1));

        engine.Time.Advance(TimeSpan.FromMinutes(0.1));
        await ReadAsync();
        Assert.That(connector.Asked, Is.EqualTo(2));
    }

    [Test]
    public async Task A_provider_that_failed_is_asked_again_after_a_minute()
    {
        var connector = ReportingConnector.Answering(null);
        engine.Add("twilio", connector);

        await FailAsync();
        engine.Time.Advance(TimeSpan.FromSeconds(59));
        await FailAsync();
        Assert.That(connector.Asked, Is.EqualTo(1));

        engine.Time.Advance(TimeSpan.FromSeconds(1));
        await FailAsync();
        Assert.That(connector.Asked, Is.EqualTo(2));
    }

    [Test]
    public async Task Another_account_is_asked_at_once()
    {
        engine.Add("twilio", ReportingConnector.Answering(new UsageReport(Start, 3)));
        await ReadAsync();

        engine.Add("twilio", ReportingConnector.Answering(new UsageReport(Start, 8)));

        Assert.That((await ReadAsync())!.Messages, Is.EqualTo(8));
    }

    [Test]
    public async Task Who_leaves_does_not_keep_the_others_from_their_answer()
    {
        var answer = new TaskCompletionSource<UsageReport?>(TaskCreationOptions.RunContinuationsAsynchronously);
        engine.Add("twilio", new ReportingConnector(_ => answer.Task));
        using var leaving = new CancellationTokenSource();
        var left = Usage.ReadAsync("twilio", Usage.MonthStart, leaving.Token);
        var stayed = ReadAsync();

        await leaving.CancelAsync();
        Assert.That(() => left, Throws.InstanceOf<OperationCanceledException>());
        answer.SetResult(new UsageReport(Start, 3));

        Assert.That((await stayed)!.Messages, Is.EqualTo(3));
    }

    private Task<ConnectorUsageReport?> ReadAsync() =>
        Usage.ReadAsync("twilio", Usage.MonthStart, CancellationToken.None);

    private async Task<ConnectorRequestException> FailAsync()
    {
        try
        {
            await ReadAsync();
        }
        catch (ConnectorRequestException error)
        {
            return error;
        }

        throw new AssertionException("It did not fail.");
    }
}
