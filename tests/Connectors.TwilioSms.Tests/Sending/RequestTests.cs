using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connectors.TwilioSms.Http;
using Connectors.TwilioSms.Tests.Wires;

namespace Connectors.TwilioSms.Tests.Sending;

internal sealed class RequestTests
{
    private const string Service = "&MessagingServiceSid=" + Samples.ServiceSid;

    [Test]
    public async Task The_request_equals_that_of_Twilios_own_client_but_for_its_name()
    {
        await using var wire = new Wire(Reply.Json(201, Samples.Message));
        using var rig = new Rig();

        await rig.ConnectTo(wire).SendSampleAsync();

        Assert.That(wire.Requests.Single(), Is.EqualTo(string.Join("\r\n",
            "POST /2010-04-01/Accounts/ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Messages.json HTTP/1.1",
            $"Host: 127.0.0.1:{wire.Port}",
            "Authorization: Basic QUNhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYTow" +
            "MTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZg==",
            "Accept: application/json",
            "User-Agent: ConnectorPlatform-TwilioSms/1.0",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: 114",
            "",
            "To=%2B15005550006&RiskCheck=enable&MessagingServiceSid=MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" +
            "&Body=Your+code+is+123456")));
    }

    [Test]
    public async Task Characters_of_all_kinds_are_coded_as_Twilios_own_client_codes_them()
    {
        var body = await SendAsync("Ünïcode 👍 a+b&c=d \"q\"\r\nline2 ~*!()", ("disableRiskCheck", true));

        Assert.That(body, Is.EqualTo(
            "To=%2B15005550006&RiskCheck=disable&MessagingServiceSid=MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" +
            "&Body=%C3%9Cn%C3%AFcode+%F0%9F%91%8D+a%2Bb%26c%3Dd+%22q%22%0D%0Aline2+~%2A%21%28%29"));
        Assert.That(body, Has.Length.EqualTo(173));
    }

    [Test]
    public async Task A_text_of_any_length_arrives_whole()
    {
        var text = string.Concat(Enumerable.Repeat("é€👍x ", 300));

        var body = await SendAsync(text);

        Assert.That(Uri.UnescapeDataString(body.Split("&Body=")[1].Replace('+', ' ')), Is.EqualTo(text));
    }

    [Test]
    public async Task Half_a_surrogate_pair_becomes_a_replacement_character() =>
        Assert.That(await SendAsync(code: "a\ud83d!"), Does.EndWith("&Body=a%EF%BF%BD%21"));

    [Test]
    public async Task Everything_the_host_knows_is_sent_in_Twilios_order()
    {
        var delivery = new SmsDelivery
        {
            MessageId = "msg_1",
            Attempt = 3,
            ExpiresAt = Samples.Now.AddSeconds(90.7),
            ReceiptUrl = new Uri("https://sms.example.com/api/v1/callbacks/twilio?a=1#rc=2"),
        };

        var body = await SendAsync("x", delivery, ("provideFeedback", true), ("from", "+14155550100"));

        Assert.That(body, Is.EqualTo(
            "To=%2B15005550006" +
            "&StatusCallback=https%3A%2F%2Fsms.example.com%2Fapi%2Fv1%2Fcallbacks%2Ftwilio%3Fa%3D1%23rc%3D2" +
            "&ProvideFeedback=true&Attempt=3&ValidityPeriod=90&RiskCheck=enable&From=%2B14155550100" +
            Service + "&Body=x"));
    }

    [Test]
    public async Task A_first_attempt_without_expiry_sends_neither_attempt_nor_validity() =>
        Assert.That(
            await SendAsync("x", new SmsDelivery { MessageId = "msg_1" }),
            Is.EqualTo("To=%2B15005550006&RiskCheck=enable" + Service + "&Body=x"));

    [TestCase(0.01, 1)]
    [TestCase(1.99, 1)]
    [TestCase(36_000, 36_000)]
    [TestCase(100_000, 36_000)]
    public async Task What_is_left_of_the_lifetime_is_sent_within_Twilios_limits(double secondsLeft, int validity)
    {
        var delivery = new SmsDelivery { MessageId = "msg_1", ExpiresAt = Samples.Now.AddSeconds(secondsLeft) };

        Assert.That(await SendAsync("x", delivery), Does.Contain($"&ValidityPeriod={validity}&"));
    }

    [Test]
    public async Task An_alphanumeric_sender_goes_without_a_messaging_service() =>
        Assert.That(
            await SendAsync("x", null, ("fromMessagingServiceSID", null), ("from", "Contoso & Co")),
            Is.EqualTo("To=%2B15005550006&RiskCheck=enable&From=Contoso+%26+Co&Body=x"));

    [Test]
    public async Task An_API_key_signs_in_but_the_path_keeps_the_account()
    {
        await using var wire = new Wire(Reply.Json(201, Samples.Message));
        using var rig = new Rig();

        await rig.ConnectTo(wire, ("apiKeySID", "SKbbbb"), ("apiKeySecret", "s:ö")).SendSampleAsync();

        Assert.That(wire.Requests.Single(), Does.Contain("\r\nAuthorization: Basic U0tiYmJiOnM6w7Y=\r\n"));
        Assert.That(
            wire.Requests.Single(),
            Does.StartWith($"POST /2010-04-01/Accounts/{Samples.AccountSid}/Messages.json "));
    }

    [Test]
    public async Task A_hostile_account_SID_can_not_lead_elsewhere()
    {
        await using var wire = new Wire(Reply.Json(201, Samples.Message));
        using var rig = new Rig();

        await rig.ConnectTo(wire, ("accountSID", "AC/../x?y#z\r\nw%2e")).SendSampleAsync();

        Assert.That(wire.Requests.Single(), Does.StartWith(
            "POST /2010-04-01/Accounts/AC%2F..%2Fx%3Fy%23z%0D%0Aw%252e/Messages.json HTTP/1.1\r\n"));
    }

    [TestCase(null, null, null, "https://api.twilio.com")]
    [TestCase("ie1", "dublin", null, "https://api.dublin.ie1.twilio.com")]
    [TestCase("au1", null, null, "https://api.au1.twilio.com")]
    [TestCase(null, "sydney", null, "https://api.sydney.us1.twilio.com")]
    [TestCase("ie1", "dublin", "https://sim.example/twilio/", "https://sim.example/twilio")]
    public void The_address_follows_region_and_edge_unless_one_is_given(
        string? region, string? edge, string? given, string address)
    {
        var options = new TwilioSmsOptions
        {
            AccountSid = Samples.AccountSid,
            Templates = [],
            Region = region,
            Edge = edge,
            ApiBaseUrl = given,
        };

        Assert.That(TwilioAddress.Of(options), Is.EqualTo(address));
    }

    private static Task<string> SendAsync(string code, params (string Name, JsonNode? Value)[] members) =>
        SendAsync(code, delivery: null, members);

    private static async Task<string> SendAsync(
        string code,
        SmsDelivery? delivery,
        params (string Name, JsonNode? Value)[] members)
    {
        await using var wire = new Wire(Reply.Json(201, Samples.Message));
        using var rig = new Rig();
        var templates = new JsonArray(Config.Template("Generic", "{{code}}"));
        var connector = rig.ConnectTo(wire, [("templates", templates), .. members]);
        await connector.SendSampleAsync(new SmsPayload { Code = code, Delivery = delivery });
        return wire.Body;
    }
}
