using System.Net;
using System.Text;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connectors.Sandbox.Receipts;

namespace Connectors.Sandbox.Tests.Receipts;

internal sealed class ReceiptTests
{
    private const string AtOnce = """{"receipts":{"delay":"00:00:00"}}""";
    private const string Phone = "+34600000001";

    private static readonly Uri Url = new("https://sms.example.com/api/v1/callbacks/sandbox?m=msg_1");

    [Test]
    public async Task Nothing_but_what_the_sandbox_signed_is_trusted()
    {
        using var sandbox = new TestSandbox(AtOnce);
        using var other = new TestSandbox(AtOnce);
        await SendAsync(sandbox, Phone);
        var genuine = await NextAsync(sandbox);
        var signature = genuine.Headers[ReceiptReader.SignatureHeader];
        var body = Encoding.UTF8.GetString(genuine.Body.Span);

        Assert.That(await ReadAsync(sandbox, genuine), Is.TypeOf<ReceiptReading.Verified>());
        Assert.That(await ReadAsync(other, genuine), Is.TypeOf<ReceiptReading.Untrusted>());
        foreach (var forged in new[]
        {
            Request(genuine.Url, body.Replace("Sent", "Delivered", StringComparison.Ordinal), signature),
            Request(genuine.Url.Replace("msg_1", "msg_2", StringComparison.Ordinal), body, signature),
            Request(genuine.Url, body + " ", signature),
            Request(genuine.Url, body, signature.ToUpperInvariant()),
            Request(genuine.Url, body, ""),
            Request(genuine.Url, body, signature: null),
        })
        {
            Assert.That(await ReadAsync(sandbox, forged), Is.TypeOf<ReceiptReading.Untrusted>());
        }
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("""{"id":"sbx_1"}""")]
    [TestCase("""{"id":"sbx_1","status":"lost"}""")]
    public async Task Signed_nonsense_is_malformed(string body)
    {
        using var sandbox = new TestSandbox();
        var signature = new ReceiptKey(sandbox.Folder).Sign(Url.AbsoluteUri, Encoding.UTF8.GetBytes(body));

        Assert.That(
            await ReadAsync(sandbox, Request(Url.AbsoluteUri, body, signature)),
            Is.TypeOf<ReceiptReading.Malformed>());
    }

    [Test]
    public async Task What_the_host_does_not_take_is_posted_three_times_and_logged_once()
    {
        using var sandbox = new TestSandbox(AtOnce);
        sandbox.Host.Answer = HttpStatusCode.NotFound;
        await SendAsync(sandbox, Phone);

        var posts = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            posts.Add(Encoding.UTF8.GetString((await NextAsync(sandbox)).Body.Span));
        }

        await ((IAsyncDisposable)sandbox.Connector).DisposeAsync();
        Assert.That(posts.Distinct().Count(), Is.EqualTo(2));
        Assert.That(posts.Take(3).Distinct().Count(), Is.EqualTo(1));
        var warnings = sandbox.Logger.Collector.GetSnapshot().Where(record => record.Id.Id == 2305).ToList();
        Assert.That(warnings, Has.Count.EqualTo(1));
        Assert.That(warnings[0].Message, Does.Contain("404").And.Not.Contain("sms.example.com"));
    }

    [Test]
    public async Task A_connector_that_ends_leaves_nothing_behind()
    {
        using var sandbox = new TestSandbox("""{"receipts":{"delay":"00:59:59"}}""");
        await SendAsync(sandbox, Phone);

        await ((IAsyncDisposable)sandbox.Connector).DisposeAsync();

        Assert.That(sandbox.Logger.Collector.GetSnapshot().Any(record => record.Id.Id == 2305), Is.False);
    }

    [Test]
    public async Task Without_an_address_or_switched_off_nothing_is_posted()
    {
        using var silent = new TestSandbox("""{"receipts":{"enabled":false,"delay":"00:00:00"}}""");
        using var sandbox = new TestSandbox(AtOnce);
        await SendAsync(silent, Phone);
        await sandbox.SendAsync(Phone, TestSandbox.Payload(messageId: "msg_without"));
        await sandbox.SendAsync("+19075550100", PayloadWith(Url));
        await SendAsync(sandbox, Phone);

        // The first one to come is of the only message that has any.
        var receipt = await ReceiptAsync(sandbox);

        Assert.That(receipt.ProviderMessageId, Is.EqualTo((await sandbox.ReadAsync())[0].Id));
        Assert.That(Directory.GetFiles(silent.Folder, "receipt.key"), Is.Empty);
    }

    [TestCase(Phone, "Sent Delivered", null)]
    [TestCase("+19075550121", "Sent Delivered", null)]
    [TestCase("+19075550130", "Sent Undelivered", RefusalReason.InvalidRecipient)]
    [TestCase("+19075550131", "Failed", RefusalReason.ContentRejected)]
    [TestCase("+19075550132", "Delivered Sent Delivered", null)]
    public async Task A_number_has_its_own_receipts(string phone, string statuses, RefusalReason? reason)
    {
        using var sandbox = new TestSandbox(AtOnce);
        await SendAsync(sandbox, phone);
        var id = (await sandbox.ReadAsync()).Single().Id;

        var receipts = new List<DeliveryReceipt>();
        foreach (var _ in statuses.Split(' '))
        {
            receipts.Add(await ReceiptAsync(sandbox));
        }

        Assert.That(string.Join(' ', receipts.Select(receipt => receipt.Status)), Is.EqualTo(statuses));
        Assert.That(receipts.Select(receipt => receipt.ProviderMessageId), Is.All.EqualTo(id));
        Assert.That(receipts[^1].Reason, Is.EqualTo(reason));
        Assert.That(receipts[^1].ProviderCode is null, Is.EqualTo(reason is null));
    }

    [Test]
    public async Task Each_receipt_takes_its_time()
    {
        using var sandbox = new TestSandbox("""{"receipts":{"delay":"00:00:30"}}""");
        var began = sandbox.Clock.GetUtcNow();
        await SendAsync(sandbox, Phone);

        await NextAsync(sandbox);
        var first = sandbox.Clock.GetUtcNow() - began;
        await NextAsync(sandbox);
        var second = sandbox.Clock.GetUtcNow() - began;

        Assert.That(first, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(30)));
        Assert.That(second - first, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public async Task Processes_that_begin_at_once_have_one_key_which_outlasts_them()
    {
        using var sandbox = new TestSandbox();

        var signatures = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => new ReceiptKey(sandbox.Folder).Sign("u", "b"u8))));

        var later = new ReceiptKey(sandbox.Folder).Sign("u", "b"u8);
        Assert.That(signatures, Is.All.EqualTo(later));
        Assert.That(Directory.GetFiles(sandbox.Folder), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_damaged_key_is_replaced()
    {
        using var sandbox = new TestSandbox();
        Directory.CreateDirectory(sandbox.Folder);
        File.WriteAllText(Path.Combine(sandbox.Folder, "receipt.key"), "half a k");

        var signature = new ReceiptKey(sandbox.Folder).Sign("u", "b"u8);

        Assert.That(new ReceiptKey(sandbox.Folder).IsValid(signature, "u", "b"u8));
    }

    private static SmsPayload PayloadWith(Uri url) => new()
    {
        Code = "123456",
        Delivery = new SmsDelivery { MessageId = "msg_1", ReceiptUrl = url },
    };

    private static Task<SendOutcome> SendAsync(TestSandbox sandbox, string phone) =>
        sandbox.SendAsync(phone, PayloadWith(Url));

    private static Task<ReceiptRequest> NextAsync(TestSandbox sandbox) =>
        sandbox.Host.NextAsync(() => sandbox.Clock.Advance(TimeSpan.FromSeconds(1)));

    private static async Task<DeliveryReceipt> ReceiptAsync(TestSandbox sandbox)
    {
        var reading = await ReadAsync(sandbox, await NextAsync(sandbox));
        return ((ReceiptReading.Verified)reading).Receipts.Single();
    }

    private static ValueTask<ReceiptReading> ReadAsync(TestSandbox sandbox, ReceiptRequest request) =>
        ((IDeliveryReceiptReader)sandbox.Connector).ReadReceiptAsync(request, CancellationToken.None);

    private static ReceiptRequest Request(string url, string body, string? signature) => new()
    {
        Method = "POST",
        Url = url,
        Headers = signature is null
            ? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                [ReceiptReader.SignatureHeader] = signature,
            },
        Body = Encoding.UTF8.GetBytes(body),
    };
}
