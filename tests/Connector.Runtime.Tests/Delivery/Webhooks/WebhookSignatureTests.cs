using System.Text;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

internal sealed class WebhookSignatureTests
{
    // The example of the Standard Webhooks specification.
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long Timestamp = 1614265330;
    private const string Expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");
    private static readonly byte[] Key = Convert.FromBase64String(Secret["whsec_".Length..]);

    [Test]
    public void The_example_of_the_specification_is_signed_as_it_says()
    {
        Assert.That(WebhookSignature.Create([Key], Id, Timestamp, Body), Is.EqualTo(Expected));
    }

    [Test]
    public void Two_secrets_make_two_signatures_separated_by_a_space()
    {
        var both = WebhookSignature.Create([new byte[32], Key], Id, Timestamp, Body).Split(' ');

        Assert.That(both, Has.Length.EqualTo(2));
        Assert.That(both[0], Does.StartWith("v1,").And.Not.EqualTo(Expected));
        Assert.That(both[1], Is.EqualTo(Expected));
    }

    [TestCase(Secret, Id, "1614265330", Expected, ExpectedResult = true)]
    [TestCase(Secret, Id, "1614265330", "v1,AAAA " + Expected, ExpectedResult = true)]
    [TestCase(Secret, "msg_other", "1614265330", Expected, ExpectedResult = false)]
    [TestCase(Secret, Id, "1614265331", Expected, ExpectedResult = false)]
    [TestCase(Secret, Id, "1614264000", Expected, ExpectedResult = false)]
    [TestCase(Secret, Id, "soon", Expected, ExpectedResult = false)]
    [TestCase("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Id, "1614265330", Expected, ExpectedResult = false)]
    [TestCase(Secret, Id, "1614265330", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", ExpectedResult = false)]
    [TestCase(Secret, Id, "1614265330", "", ExpectedResult = false)]
    public bool The_documented_receiver_tells_genuine_events_from_others(
        string secret, string id, string timestamp, string signatures) => StandardWebhook.IsGenuine(
        secret, id, timestamp, signatures, Body, DateTimeOffset.FromUnixTimeSeconds(Timestamp));

    [Test]
    public void A_secret_has_32_random_bytes()
    {
        var one = WebhookSecret.Format(WebhookSecret.Create());

        Assert.That(one, Does.StartWith("whsec_"));
        Assert.That(Convert.FromBase64String(one["whsec_".Length..]), Has.Length.EqualTo(32));
        Assert.That(WebhookSecret.Format(WebhookSecret.Create()), Is.Not.EqualTo(one));
    }
}
