using System.Text.Json.Nodes;
using Connector.Abstractions.Capabilities;
using Connectors.TwilioSms.Tests.Wires;

namespace Connectors.TwilioSms.Tests.Account;

internal sealed class AccountTests
{
    private const string Path = "/2010-04-01/Accounts/" + Samples.AccountSid;

    private static (string, JsonNode?)[] ApiKey => [("apiKeySID", "SKbbbb"), ("apiKeySecret", "secret")];

    [TestCase(200, """{"status":"active","type":"Full"}""", CredentialStatus.Valid)]
    [TestCase(200, """{"status":"active","type":"Trial"}""", CredentialStatus.Valid)]
    [TestCase(200, """{"status":"suspended"}""", CredentialStatus.Invalid)]
    [TestCase(200, """{"status":"closed"}""", CredentialStatus.Invalid)]
    [TestCase(200, """{"status":7}""", CredentialStatus.Undetermined)]
    [TestCase(200, "<html>", CredentialStatus.Undetermined)]
    [TestCase(302, "", CredentialStatus.Undetermined)]
    [TestCase(401, """{"code":20003}""", CredentialStatus.Invalid)]
    [TestCase(403, "", CredentialStatus.Invalid)]
    [TestCase(403, """{"code":20008}""", CredentialStatus.Valid)]
    [TestCase(404, """{"code":20404}""", CredentialStatus.Invalid)]
    [TestCase(429, """{"code":20429}""", CredentialStatus.Undetermined)]
    [TestCase(500, "", CredentialStatus.Undetermined)]
    public async Task The_account_tells_whether_the_credentials_work(int status, string body, CredentialStatus expected)
    {
        await using var wire = new Wire(Reply.Text(status, body));
        using var rig = new Rig();

        var result = await rig.ConnectTo(wire).CheckCredentialsAsync(CancellationToken.None);

        Assert.That(result.Status, Is.EqualTo(expected));
        Assert.That(wire.Requests.Single(), Does.StartWith($"GET {Path}.json HTTP/1.1\r\n"));
    }

    [Test]
    public async Task A_trial_account_is_named_one()
    {
        await using var wire = new Wire(Reply.Json(200, """{"status":"active","type":"Trial"}"""));
        using var rig = new Rig();

        var result = await rig.ConnectTo(wire).CheckCredentialsAsync(CancellationToken.None);

        Assert.That(result.Detail, Does.Contain("trial"));
    }

    [Test]
    public async Task An_unreachable_Twilio_tells_nothing()
    {
        await using var wire = new Wire();
        using var rig = new Rig();

        var result = await rig.ConnectTo(wire).CheckCredentialsAsync(CancellationToken.None);

        Assert.That(result.Status, Is.EqualTo(CredentialStatus.Undetermined));
    }

    [TestCase(200, """{"messages":[]}""", CredentialStatus.Valid)]
    [TestCase(401, """{"code":20003}""", CredentialStatus.Invalid)]
    public async Task A_key_that_may_not_read_the_account_is_tried_on_messages(
        int status, string body, CredentialStatus expected)
    {
        await using var wire = new Wire(Reply.Json(401, """{"code":20003}"""), Reply.Json(status, body));
        using var rig = new Rig();

        var result = await rig.ConnectTo(wire, ApiKey).CheckCredentialsAsync(CancellationToken.None);

        Assert.That(result.Status, Is.EqualTo(expected));
        Assert.That(wire.Requests.Last(), Does.StartWith($"GET {Path}/Messages.json?PageSize=1 HTTP/1.1\r\n"));
    }

    [Test]
    public async Task Usage_is_counted_from_the_beginning_of_the_day()
    {
        const string Record = """
            {"category":"sms-outbound","count":"12","count_unit":"messages","usage":"15","usage_unit":"segments",
            "price":"-0.118","price_unit":"usd"}
            """;
        await using var wire = new Wire(Reply.Json(200, $$"""{"usage_records":[{{Record}}]}"""));
        using var rig = new Rig();

        var report = await rig.ConnectTo(wire).GetUsageAsync(Samples.Now, CancellationToken.None);

        Assert.That(report, Is.EqualTo(new UsageReport(Samples.Now.AddHours(-12), 12)
        {
            Segments = 15,
            Price = 0.118m,
            Currency = "USD",
        }));
        Assert.That(wire.Requests.Single(), Does.StartWith(
            $"GET {Path}/Usage/Records.json?Category=sms-outbound&StartDate=2026-03-01 HTTP/1.1\r\n"));
    }

    [TestCase(200, """{"usage_records":[]}""", 0)]
    [TestCase(200, """{"usage_records":[{"count":3}]}""", 3)]
    [TestCase(200, """{"usage_records":[{"count":"many"}]}""", null)]
    [TestCase(200, """{"usage_records":["x"]}""", null)]
    [TestCase(200, "{}", null)]
    [TestCase(403, """{"code":20008}""", null)]
    public async Task Usage_that_can_not_be_read_is_none(int status, string body, int? messages)
    {
        await using var wire = new Wire(Reply.Json(status, body));
        using var rig = new Rig();

        var report = await rig.ConnectTo(wire).GetUsageAsync(Samples.Now, CancellationToken.None);

        Assert.That(report?.Messages, Is.EqualTo(messages));
    }
}
