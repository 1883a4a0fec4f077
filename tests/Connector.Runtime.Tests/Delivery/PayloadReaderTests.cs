using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Templates;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

public sealed class PayloadReaderTests
{
    private static readonly SmsDelivery Delivery = new() { MessageId = "msg_1" };

    [TestCase("""[]""", "/payload")]
    [TestCase("""{"code":123456}""", "/payload/code")]
    [TestCase("""{"code":"1","locale":5}""", "/payload/locale")]
    [TestCase("""{}""", "/payload/code")]
    [TestCase("""{"code":null}""", "/payload/code")]
    [TestCase("""{"code":"  "}""", "/payload/code")]
    public void A_payload_that_cannot_be_used_is_refused_with_the_place(string payload, string pointer)
    {
        var error = Assert.Throws<ConnectorRequestException>(() => Read(payload, UsageType.SignIn))!;

        Assert.That(error.Issues.Select(issue => issue.Pointer), Is.EqualTo(new[] { pointer }));
    }

    [Test]
    public void All_faults_are_reported_at_once()
    {
        var error = Assert.Throws<ConnectorRequestException>(
            () => Read("""{"code":1,"link":2,"uiLocales":[]}""", UsageType.SignIn))!;

        Assert.That(
            error.Issues.Select(issue => issue.Pointer),
            Is.EqualTo(new[] { "/payload/code", "/payload/link", "/payload/uiLocales" }));
    }

    [Test]
    public void A_text_of_unreasonable_length_is_refused()
    {
        var error = Assert.Throws<ConnectorRequestException>(
            () => Read($$"""{"code":"{{new string('1', 1_601)}}"}""", UsageType.SignIn))!;

        Assert.That(error.Issues[0].Message, Is.EqualTo("code must have at most 1600 characters."));
    }

    [Test]
    public void A_link_may_stand_in_for_the_code()
    {
        Assert.That(
            Read("""{"link":"https://example.com/x"}""", UsageType.SignIn).Link, Is.EqualTo("https://example.com/x"));
    }

    [Test]
    public void A_null_fills_its_placeholder_with_nothing_and_a_missing_name_leaves_it()
    {
        var payload = Read("""{"link":null,"app":{"name":"Acme"}}""", UsageType.Generic);

        var text = new SmsTemplate(UsageType.Generic, "[{{link}}][{{app.name}}][{{missing}}]").Render(payload);

        Assert.That(text, Is.EqualTo("[][Acme][{{missing}}]"));
    }

    private static SmsPayload Read(string payload, UsageType usageType) =>
        new PayloadReader(JsonElement.Parse(payload)).Read(usageType, clientIp: null, Delivery);
}
