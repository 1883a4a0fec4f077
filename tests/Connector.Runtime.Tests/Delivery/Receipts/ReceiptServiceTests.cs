using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Tests.Delivery;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReceiptServiceTests : IAsyncDisposable
{
    private const string Path = "/api/v1/callbacks/twilio";

    private static readonly DeliveryReceipt Delivered = new("SM1", DeliveryStatus.Delivered);

    private readonly TestEngine engine = new();

    [SetUp]
    public void Begin()
    {
        Assert.That(engine.Messages, Is.Not.Null);
        engine.RuntimeOptions.Delivery.PublicUrl = new Uri("https://SMS.example.com/base/");
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Test]
    public async Task Without_a_public_address_nothing_is_taken()
    {
        engine.RuntimeOptions.Delivery.PublicUrl = null;
        engine.Add("twilio", ReadingConnector.Reporting(Delivered));

        Assert.That(await ReceiveAsync(), Is.EqualTo(ReceiptVerdict.NotFound));
    }

    [Test]
    public async Task A_connector_that_is_unknown_or_idle_or_takes_no_receipts_is_not_found()
    {
        engine.AddIdle("idle", ConnectorState.Disabled);
        engine.Add("deaf", ScriptedConnector.Answering(new SendOutcome.Accepted("1")));

        foreach (var connector in (string[])["nobody", "idle", "deaf", "", "../twilio"])
        {
            Assert.That(await ReceiveAsync(connector: connector), Is.EqualTo(ReceiptVerdict.NotFound), connector);
        }
    }

    [Test]
    public async Task Forged_receipts_change_nothing_and_are_logged_once_a_minute()
    {
        engine.Add("twilio", ReadingConnector.Saying(new ReceiptReading.Untrusted()));

        for (var i = 0; i < 3; i++)
        {
            Assert.That(await ReceiveAsync(), Is.EqualTo(ReceiptVerdict.Untrusted));
        }

        Assert.That(Warnings(), Has.Count.EqualTo(1));
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await ReceiveAsync();
        Assert.That(Warnings(), Has.Count.EqualTo(2));
        Assert.That(await EarlyAsync(), Is.Zero);
    }

    [Test]
    public async Task A_malformed_receipt_is_told_apart_and_not_logged_in_the_words_of_the_connector()
    {
        engine.Add("twilio", ReadingConnector.Saying(new ReceiptReading.Malformed("+14155550123 is odd")));

        Assert.That(await ReceiveAsync(), Is.EqualTo(ReceiptVerdict.Malformed));
        Assert.That(engine.LogText, Does.Contain("twilio").And.Not.Contain("4155550123"));
    }

    [Test]
    public async Task A_connector_that_throws_or_gives_nothing_has_not_read_it()
    {
        foreach (var connector in (ReadingConnector[])
            [new(_ => throw new InvalidOperationException("+14155550123")), new(_ => default), new(_ => new(NoTask()))])
        {
            engine.Add("twilio", connector);
            Assert.That(await ReceiveAsync(), Is.EqualTo(ReceiptVerdict.Unread));
        }

        Assert.That(engine.LogText, Does.Not.Contain("4155550123"));
        static Task<ReceiptReading> NoTask() => Task.FromException<ReceiptReading>(new TimeoutException());
    }

    [Test]
    public async Task A_connector_that_hangs_holds_nobody_up()
    {
        var called = new TaskCompletionSource();
        var never = new TaskCompletionSource<ReceiptReading>();
        engine.Add("twilio", new ReadingConnector(_ =>
        {
            called.SetResult();
            return new ValueTask<ReceiptReading>(never.Task);
        }));

        var receiving = ReceiveAsync();
        await called.Task;
        engine.Time.Advance(engine.RuntimeOptions.Messages.SendTimeout);

        Assert.That(await receiving, Is.EqualTo(ReceiptVerdict.Unread));
        never.SetResult(new ReceiptReading.Untrusted());
    }

    [Test]
    public async Task What_a_careless_connector_reports_is_passed_over()
    {
        engine.Add("twilio", ReadingConnector.Reporting(
            null!, new DeliveryReceipt("", DeliveryStatus.Sent), new DeliveryReceipt("SM2", (DeliveryStatus)99)));
        Assert.That(await ReceiveAsync(), Is.EqualTo(ReceiptVerdict.Taken));

        engine.Add("twilio", ReadingConnector.Saying(new ReceiptReading.Verified(null!)));
        Assert.That(await ReceiveAsync(), Is.EqualTo(ReceiptVerdict.Taken));
        Assert.That(await EarlyAsync(), Is.Zero);
    }

    [TestCase(Path + "?a=%3a+b&m=msg_1")]
    [TestCase(Path + "?")]
    [TestCase("/api/v1/callbacks/tw%69lio//%2F?x=%zz#")]
    public async Task The_connector_sees_the_public_address_with_the_very_characters_that_came(string target)
    {
        var connector = ReadingConnector.Reporting();
        engine.Add("twilio", connector);

        await ReceiveAsync(target);

        Assert.That(connector.Received?.Url, Is.EqualTo("https://sms.example.com/base" + target));
        Assert.That(connector.Received?.Headers["x-signature"], Is.EqualTo("sig"));
        Assert.That(connector.Received?.Body.ToArray(), Is.EqualTo("body"u8.ToArray()));
    }

    [Test]
    public async Task A_receipt_for_a_message_that_nobody_knows_yet_waits_for_it()
    {
        engine.Add("twilio", ReadingConnector.Reporting(Delivered));

        await ReceiveAsync();
        await ReceiveAsync(Path + "?m=msg_nobody");

        Assert.That(await EarlyAsync(), Is.EqualTo(1));
    }

    [Test]
    public void The_address_given_to_providers_names_connector_message_and_attempt()
    {
        var urls = engine.Get<ReceiptUrls>();

        var url = urls.For("twilio", "msg_1", attempt: 2);

        Assert.That(url?.AbsoluteUri, Is.EqualTo("https://sms.example.com/base/api/v1/callbacks/twilio?m=msg_1&n=2"));
        Assert.That(urls.Called(Path + "?m=msg_1&n=2"), Is.EqualTo(url?.AbsoluteUri));
        Assert.That(ReceiptAddress.Read(url!.PathAndQuery), Is.EqualTo(new ReceiptAddress("msg_1", 2)));
    }

    [TestCase("/x", null)]
    [TestCase("/x?", null)]
    [TestCase("/x?am=1&M=2", null)]
    [TestCase("/x?m=", "")]
    [TestCase("/x?a=1&m=msg_1&m=msg_2", "msg_1")]
    public void The_first_parameter_m_names_the_message(string target, string? expected) =>
        Assert.That(ReceiptAddress.Read(target), Is.EqualTo(new ReceiptAddress(expected, null)));

    [TestCase("/x?n=-1")]
    [TestCase("/x?n=")]
    [TestCase("/x?n=99999999999")]
    public void A_number_of_the_attempt_that_makes_no_sense_tells_nothing(string target) =>
        Assert.That(ReceiptAddress.Read(target).Attempt, Is.Null);

    private List<string> Warnings() =>
    [
        .. engine.Log.GetSnapshot()
            .Where(record => record.Level == LogLevel.Warning && record.Id.Id == 2261)
            .Select(record => record.Message),
    ];

    private Task<long> EarlyAsync() =>
        engine.Database.ReadAsync(session => session.ReadNumberAsync("SELECT count(*) FROM early_receipts"));

    private Task<ReceiptVerdict> ReceiveAsync(string target = Path, string connector = "twilio")
    {
        var arrival = new ReceiptArrival
        {
            Method = "POST",
            Target = target,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Signature"] = "sig" },
            Body = "body"u8.ToArray(),
        };
        return engine.Get<ReceiptService>().ReceiveAsync(connector, arrival, CancellationToken.None);
    }
}
