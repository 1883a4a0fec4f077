using System.Security.Cryptography;
using System.Text;
using TwilioSimulator.Callbacks;

namespace TwilioSimulator.Tests.Callbacks;

/// <summary>The vectors Twilio publishes with its validators.</summary>
internal sealed class TwilioSignatureTests
{
    private const string BodyHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private const string Token = "12345";

    private static readonly KeyValuePair<string, string>[] Call =
    [
        new("CallSid", "CA1234567890ABCDE"),
        new("From", "+14158675309"),
        new("Digits", "1234"),
        new("To", "+18005551212"),
        new("Caller", "+14158675309"),
    ];

    [TestCase("https://mycompany.com/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [TestCase("https://mycompany.com:443/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [TestCase("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    [TestCase("http://mycompany.com:80/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    [TestCase("http://mycompany.com:1234/myapp.php?foo=1&bar=2", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=")]
    [TestCase("https://MyCompany.com/myapp.php?foo=1&bar=2", "g9IN/x4Cft2g517EjYvEvM/W7LU=")]
    [TestCase("https://MyCompany.com:1234/myapp.php?foo=1&bar=2", "PCqOZm8cnu/L6+u5i5fuEd+Iac4=")]
    [TestCase("http://MyCompany.com/myapp.php?foo=1&bar=2", "XY7AlKOKL6im4yWyX84gldUrtis=")]
    [TestCase("http://username:password@MyCompany.com/myapp.php?foo=1&bar=2", "PJ08CxXr7KLPjEQCTc8LkUSMwSM=")]
    [TestCase("HTTP://username:password@MyCompany.com/myapp.php?foo=1&bar=2", "hy/l8pca+LFms4cvRdv8uiP6NGc=")]
    [TestCase("http://Username:Password@MyCompany.com/myapp.php?foo=1&bar=2", "SkTSKyDJH9kUlhItI0slbgZ1UsI=")]
    public void A_form_signs_as_Twilio_signs_it(string url, string signature) =>
        Assert.That(TwilioSignature.Compute(Token, url, Call), Is.EqualTo(signature));

    [TestCase($"https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256={BodyHash}", "a9nBmqA0ju/hNViExpshrM61xv4=")]
    [TestCase($"https://mycompany.com/myapp.php?bodySHA256={BodyHash}", "y77kIzt2vzLz71DgmJGsen2scGs=")]
    public void A_JSON_body_signs_the_URL_alone(string url, string signature) =>
        Assert.That(TwilioSignature.Compute(Token, url, []), Is.EqualTo(signature));

    [Test]
    public void The_hash_in_the_URL_is_that_of_the_body()
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("""{"property": "value", "boolean": true}"""));

        Assert.That(Convert.ToHexStringLower(hash), Is.EqualTo(BodyHash));
    }

    [Test]
    public void A_query_signs_as_it_is_encoded() =>
        Assert.That(
            TwilioSignature.Compute("1234567890", "https://someurl.com/somepath?param1=client%3AAnonymous", []),
            Is.EqualTo("PM+bjB+ITJ9a3LIYStKWOTMZMlU="));

    [TestCase("https://MyCompany.com/myapp.php?foo=1&bar=2")]
    [TestCase("https://MyCompany.com:1234/myapp.php?foo=1&bar=2")]
    [TestCase("http://MyCompany.com/myapp.php?foo=1&bar=2")]
    public void Another_URL_never_has_the_same_signature(string url) =>
        Assert.That(TwilioSignature.Compute(Token, url, Call), Is.Not.EqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8="));

    [Test]
    public void Fields_sign_in_ordinal_order_of_key_and_value_and_equal_fields_once()
    {
        KeyValuePair<string, string>[] mixed =
            [new("b", "2"), new("a", ""), new("B", "9"), new("b", "1"), new("b", "2")];
        var expected = TwilioSignature.Compute(Token, "https://example.com/B9ab1b2", []);

        Assert.That(TwilioSignature.Compute(Token, "https://example.com/", mixed), Is.EqualTo(expected));
    }

    [TestCase("https://user:pw@example.com:8443/a?b=c#rc=3", "https://example.com/a?b=c")]
    [TestCase("http://user:pw@example.com:8080/a?b=c", "http://example.com:8080/a?b=c")]
    [TestCase("https://Example.com", "https://Example.com")]
    [TestCase("https://example.com:8443?x=1", "https://example.com?x=1")]
    [TestCase("https://[::1]:8443/a", "https://[::1]/a")]
    [TestCase("https://[::1]/a@b", "https://[::1]/a@b")]
    [TestCase("https://example.com/%7Ea/b%20c?d=%3A", "https://example.com/%7Ea/b%20c?d=%3A")]
    public void The_signed_URL_has_no_user_no_fragment_and_for_https_no_port(string url, string signed) =>
        Assert.That(TwilioSignature.SignedUrl(new Uri(url)), Is.EqualTo(signed));
}
