using System.Net;
using System.Text.Json;
using Connector.Abstractions.Capabilities;
using Connector.Abstractions.Templates;
using Microsoft.Extensions.Logging.Abstractions;

namespace Connector.Abstractions.Tests;

/// <summary>Whatever ends up in a log by accident reveals nobody and nothing.</summary>
internal sealed class DisclosureTests
{
    private const string Secret = "S3cret";
    private static readonly PhoneNumber Phone = PhoneNumber.Parse("+14155551212");
    private static readonly JsonElement Config = JsonElement.Parse($$"""{"authToken": "{{Secret}}"}""");

    private static readonly SmsPayload Payload = new()
    {
        Code = Secret,
        Link = Secret,
        Locale = Secret,
        UiLocales = Secret,
        ClientIp = IPAddress.Parse("192.0.2.55"),
        Variables = new Dictionary<string, JsonElement> { [Secret] = Config },
        Delivery = new SmsDelivery { MessageId = "msg_1", ReceiptUrl = new Uri($"https://h.example/{Secret}") },
    };

    private static IEnumerable<object> Values()
    {
        yield return Phone;
        yield return Payload;
        yield return Payload.Delivery!;
        yield return new SmsTemplate(UsageType.SignIn, Secret);
        yield return new SmsTemplateSet([new SmsTemplate(UsageType.SignIn, Secret)]);
        yield return new OutcomeQuery
        {
            Phone = Phone,
            UsageType = UsageType.SignIn,
            Payload = Payload,
            AttemptedAt = DateTimeOffset.UnixEpoch,
        };
        yield return new InboxMessage
        {
            Id = "1",
            To = Phone,
            UsageType = UsageType.SignIn,
            Text = Secret,
            Code = Secret,
            ReceivedAt = DateTimeOffset.UnixEpoch,
        };
        yield return new ReceiptRequest
        {
            Method = "POST",
            Url = $"https://h.example/{Secret}",
            Headers = new Dictionary<string, string> { ["X-Signature"] = Secret },
            Body = "S3cret"u8.ToArray(),
        };
        yield return new ConnectorContext
        {
            ConnectorName = "twilio",
            Config = Config,
            HttpClient = new HttpClient(),
            Logger = NullLogger.Instance,
            TimeProvider = TimeProvider.System,
            DataDirectory = Secret,
        };
    }

    [TestCaseSource(nameof(Values))]
    public void Its_text_holds_no_number_code_address_or_secret(object value) =>
        Assert.That(
            $"{value}",
            Does.Not.Contain(Secret).And.Not.Contain("5551").And.Not.Contain("192.0.2"),
            value.GetType().Name);

    [Test]
    public void A_payload_shows_its_types_name_only() => Assert.That($"{Payload}", Is.EqualTo("SmsPayload"));

    // An outcome is shown to operators whole, so it has no place for anything but codes, ids, sums and words.
    [Test]
    public void An_outcome_has_no_member_for_a_number_a_text_or_a_response()
    {
        var members = typeof(SendOutcome).GetNestedTypes()
            .SelectMany(type => type.GetProperties())
            .Select(property => property.Name)
            .Distinct();

        Assert.That(members, Is.EquivalentTo(new[]
        {
            "ProviderRequestId", "ProviderMessageId", "Segments", "Price", "Currency",
            "Reason", "ProviderCode", "RetryAfter", "Detail",
        }));
    }
}
