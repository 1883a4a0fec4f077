using System.Security.Cryptography;
using System.Text;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connectors.TwilioSms.Tests.Wires;
using Microsoft.Extensions.Logging;

namespace Connectors.TwilioSms.Tests.Receipts;

internal sealed class ReceiptTests
{
    private const string Url = "https://sms.example.com/api/v1/callbacks/twilio";
    private const string Form = "MessageSid=" + Samples.MessageSid + "&To=%2B15005550006&AccountSid=AC1&NewField=x+y";
    private const string SignedForm = "AccountSidAC1MessageSid" + Samples.MessageSid;
    private const string SignedEnd = "NewFieldx yTo+15005550006";

    private const string Hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private const string Json = """{"property": "value", "boolean": true}""";

    [TestCase("queued", DeliveryStatus.Accepted)]
    [TestCase("accepted", DeliveryStatus.Accepted)]
    [TestCase("scheduled", DeliveryStatus.Accepted)]
    [TestCase("sending", DeliveryStatus.Accepted)]
    [TestCase("sent", DeliveryStatus.Sent)]
    [TestCase("partially_delivered", DeliveryStatus.Sent)]
    [TestCase("delivered", DeliveryStatus.Delivered)]
    [TestCase("read", DeliveryStatus.Delivered)]
    [TestCase("undelivered", DeliveryStatus.Undelivered)]
    [TestCase("failed", DeliveryStatus.Failed)]
    [TestCase("canceled", DeliveryStatus.Canceled)]
    public async Task Each_status_is_read(string status, DeliveryStatus expected)
    {
        var reading = await ReadAsync($"{Form}&MessageStatus={status}", $"MessageStatus{status}{SignedEnd}");

        Assert.That(
            (reading as ReceiptReading.Verified)?.Receipts,
            Is.EqualTo(new[] { new DeliveryReceipt(Samples.MessageSid, expected) }));
    }

    [Test]
    public async Task A_failure_has_its_reason_and_code()
    {
        var reading = await ReadAsync(
            $"{Form}&MessageStatus=undelivered&ErrorCode=30006",
            $"MessageStatusundelivered{SignedEnd}",
            "ErrorCode30006");

        Assert.That((reading as ReceiptReading.Verified)?.Receipts.Single(), Is.EqualTo(
            new DeliveryReceipt(Samples.MessageSid, DeliveryStatus.Undelivered)
            {
                Reason = RefusalReason.InvalidRecipient,
                ProviderCode = "30006",
            }));
    }

    [Test]
    public async Task A_status_of_the_future_says_nothing()
    {
        var reading = await ReadAsync($"{Form}&MessageStatus=teleported", $"MessageStatusteleported{SignedEnd}");

        Assert.That((reading as ReceiptReading.Verified)?.Receipts, Is.Empty);
    }

    [Test]
    public async Task Without_message_or_status_a_signed_request_is_malformed()
    {
        var reading = await ReadAsync(Form, SignedEnd);

        Assert.That(reading, Is.TypeOf<ReceiptReading.Malformed>());
    }

    [Test]
    public async Task Nothing_may_be_changed_added_or_left_out()
    {
        const string Sent = "&MessageStatus=sent";
        var signature = Sign($"{Url}{SignedForm}MessageStatussent{SignedEnd}");

        Assert.That(await ReadAsync(Request(Form + Sent, signature)), Is.TypeOf<ReceiptReading.Verified>());
        foreach (var forgery in new[] { "&MessageStatus=failed", Sent + "&ErrorCode=1", Sent + "&MessageStatus=x", "" })
        {
            var reading = await ReadAsync(Request(Form + forgery, signature));
            Assert.That(reading, Is.TypeOf<ReceiptReading.Untrusted>(), forgery);
        }
    }

    [Test]
    public async Task Keys_that_differ_only_in_case_are_two()
    {
        var signature = Sign($"{Url}MessageSidSM1MessageStatussentmessagestatusfailed");

        var reading = await ReadAsync(
            Request("messagestatus=failed&MessageSid=SM1&MessageStatus=sent", signature));

        Assert.That(
            (reading as ReceiptReading.Verified)?.Receipts,
            Is.EqualTo(new[] { new DeliveryReceipt("SM1", DeliveryStatus.Sent) }));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("nonsense")]
    public async Task A_missing_or_wrong_signature_is_untrusted(string? signature)
    {
        var reading = await ReadAsync(Request(Form + "&MessageStatus=sent", signature));

        Assert.That(reading, Is.TypeOf<ReceiptReading.Untrusted>());
    }

    [TestCase("?foo=1&bar=2&bodySHA256=" + Hash, "a9nBmqA0ju/hNViExpshrM61xv4=", Json, true)]
    [TestCase("?bodySHA256=" + Hash, "y77kIzt2vzLz71DgmJGsen2scGs=", Json, true)]
    [TestCase("?bodySHA256=" + Hash, "y77kIzt2vzLz71DgmJGsen2scGs=", Json + " ", false)]
    [TestCase("?bodySHA256=" + Hash, "y77kIzt2vzLz71DgmJGsen2scGs=", "", false)]
    [TestCase("?bodySHA256=" + Hash, "a9nBmqA0ju/hNViExpshrM61xv4=", Json, false)]
    public async Task A_body_that_is_no_form_is_trusted_by_the_hash_in_the_signed_address(
        string query, string signature, string body, bool isTrusted)
    {
        var request = Request(body, signature, "https://mycompany.com/myapp.php" + query, "application/json");

        // Trusted, but it is no status callback.
        Assert.That(
            await ReadAsync(request, "12345"),
            isTrusted ? Is.TypeOf<ReceiptReading.Malformed>() : Is.TypeOf<ReceiptReading.Untrusted>());
    }

    [TestCase("?bodySHA256")]
    [TestCase("?bodySHA256=")]
    [TestCase("")]
    public async Task A_body_without_a_hash_is_untrusted(string query)
    {
        var request = Request(Json, Sign(Url + query), Url + query, "application/json");

        Assert.That(await ReadAsync(request), Is.TypeOf<ReceiptReading.Untrusted>());
    }

    [Test]
    public async Task Without_an_auth_token_every_receipt_is_untrusted_and_the_log_says_why()
    {
        using var rig = new Rig();
        var connector = rig.ConnectTo(
            "http://127.0.0.1:9", ("authToken", null), ("apiKeySID", "SKbbbb"), ("apiKeySecret", "secret"));

        var reading = await connector.ReadReceiptAsync(Request("", "x"), CancellationToken.None);

        Assert.That(reading, Is.TypeOf<ReceiptReading.Untrusted>());
        Assert.That(rig.Logger.LatestRecord.Level, Is.EqualTo(LogLevel.Warning));
    }

    private static Task<ReceiptReading> ReadAsync(string form, string signedEnd, string signedMiddle = "") =>
        ReadAsync(Request(
            form,
            Sign(Url + "AccountSidAC1" + signedMiddle + "MessageSid" + Samples.MessageSid + signedEnd)));

    private static async Task<ReceiptReading> ReadAsync(ReceiptRequest request, string token = Samples.AuthToken)
    {
        using var rig = new Rig();
        var connector = rig.ConnectTo("http://127.0.0.1:9", ("authToken", token));
        return await connector.ReadReceiptAsync(request, CancellationToken.None);
    }

    private static ReceiptRequest Request(
        string body,
        string? signature,
        string url = Url,
        string contentType = "application/x-www-form-urlencoded; charset=UTF-8")
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["content-type"] = contentType,
        };
        if (signature is not null)
        {
            headers["x-twilio-signature"] = signature;
        }

        return new ReceiptRequest
        {
            Method = "POST",
            Url = url,
            Headers = headers,
            Body = Encoding.UTF8.GetBytes(body),
        };
    }

#pragma warning disable CA5350 // Twilio signs with HMAC-SHA1.
    private static string Sign(string text) => Convert.ToBase64String(
        HMACSHA1.HashData(Encoding.UTF8.GetBytes(Samples.AuthToken), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
