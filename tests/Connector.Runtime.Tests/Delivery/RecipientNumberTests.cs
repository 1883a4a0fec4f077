using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

public sealed class RecipientNumberTests
{
    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("hello")]
    [TestCase("+")]
    [TestCase("12")]
    [TestCase("+0041791234567")]
    [TestCase("+999123456789")]
    [TestCase("+1415555121")]
    [TestCase("+1415555121234567")]
    [TestCase("+14155551212 ext. 5")]
    [TestCase("00000000000000000000000000000000000000000000000000")]
    public void What_cannot_be_a_number_is_refused_without_repeating_it(string? text)
    {
        var error = Assert.Throws<ConnectorRequestException>(() => RecipientNumber.Parse(text, "/to"))!;

        Assert.That(
            (error.Kind, error.Code, error.Issues[0].Pointer),
            Is.EqualTo((ConnectorRequestKind.Invalid, "phone_invalid", "/to")));
        Assert.That(error.Issues[0].Message, Does.StartWith("to ").And.Contain("+14155550100"));
        if (!string.IsNullOrWhiteSpace(text) && text.Length > 2)
        {
            Assert.That(error.ToString(), Does.Not.Contain(text));
        }
    }

    [TestCase("+14155551212", "+14155551212")]
    [TestCase("14155551212", "+14155551212")]
    [TestCase(" +1 (415) 555-1212 ", "+14155551212")]
    [TestCase("004179 123 45 67", "+41791234567")]
    [TestCase("+41 (0)79 123 45 67", "+41791234567")]
    [TestCase("＋14155551212", "+14155551212")]
    [TestCase("4512345678", "+4512345678")]
    [TestCase("+15005550006", "+15005550006")]
    public void Numbers_as_people_and_identity_servers_write_them_become_e164(string text, string expected)
    {
        Assert.That(RecipientNumber.Parse(text, "/to").E164, Is.EqualTo(expected));
    }

    [TestCase("+14155552671", "US")]
    [TestCase("+34600123456", "ES")]
    [TestCase("+12425550123", "BS")]
    [TestCase("+882165550123", null)]
    [TestCase("+999123456789", null)]
    public void The_country_of_a_number_is_known(string number, string? country)
    {
        Assert.That(RecipientNumber.Country(PhoneNumber.Parse(number)), Is.EqualTo(country));
    }
}
