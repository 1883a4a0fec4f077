using System.Text;
using Connectors.TwilioSms.Receipts;

namespace Connectors.TwilioSms.Tests.Receipts;

/// <summary>Twilio's published signatures, computed by it and by its client libraries' tests.</summary>
internal sealed class SignatureTests
{
    private const string Query = "/myapp.php?foo=1&bar=2";
    private const string Signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private static readonly TwilioSignature Twilio = new("12345");
    private static readonly FormFields Fields = FormFields.Parse(Encoding.ASCII.GetBytes(
        "CallSid=CA1234567890ABCDE&From=%2B14158675309&Digits=1234&To=%2B18005551212&Caller=%2B14158675309"));

    [TestCase("https://mycompany.com", Signature)]
    [TestCase("https://mycompany.com", "kvajT1Ptam85bY51eRf/AJRuM3w=", Description = "signed with :443")]
    [TestCase("https://mycompany.com:443", Signature, Description = "signed without port")]
    [TestCase("https://mycompany.com:443", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [TestCase("https://mycompany.com:1234", "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    [TestCase("https://mycompany.com:1234", Signature, Description = "signed without port")]
    [TestCase("https://username:password@mycompany.com:1234", Signature, Description = "without user and port")]
    [TestCase("http://mycompany.com", "0ZXoZLH/DfblKGATFgpif+LLRf4=", Description = "signed with :80")]
    [TestCase("http://mycompany.com:1234", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=")]
    [TestCase("https://MyCompany.com", "g9IN/x4Cft2g517EjYvEvM/W7LU=")]
    [TestCase("https://MyCompany.com:1234", "PCqOZm8cnu/L6+u5i5fuEd+Iac4=")]
    [TestCase("http://MyCompany.com", "XY7AlKOKL6im4yWyX84gldUrtis=")]
    [TestCase("http://MyCompany.com:80", "XY7AlKOKL6im4yWyX84gldUrtis=", Description = "signed without port")]
    [TestCase("http://username:password@MyCompany.com", "XY7AlKOKL6im4yWyX84gldUrtis=", Description = "without user")]
    [TestCase("http://username:password@MyCompany.com", "PJ08CxXr7KLPjEQCTc8LkUSMwSM=")]
    [TestCase("HTTP://username:password@MyCompany.com", "hy/l8pca+LFms4cvRdv8uiP6NGc=")]
    [TestCase("http://Username:Password@MyCompany.com", "SkTSKyDJH9kUlhItI0slbgZ1UsI=")]
    public void A_published_signature_is_accepted(string authority, string signature) =>
        Assert.That(Twilio.IsValid(signature, authority + Query, Fields), Is.True);

    [TestCase("https://MyCompany.com" + Query, Signature)]
    [TestCase("https://MyCompany.com:1234" + Query, Signature)]
    [TestCase("http://MyCompany.com" + Query, Signature)]
    [TestCase("http://mycompany.com" + Query, Signature)]
    [TestCase("https://mycompany.com:1234" + Query, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=")]
    [TestCase("https://mycompany.com" + Query, "NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [TestCase("https://mycompany.com" + Query, "")]
    [TestCase("https://mycompany.com" + Query, "RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [TestCase("https://mycompany.com" + Query, Signature + "," + Signature)]
    [TestCase("https://mycompany.com/myapp.php?foo=1&bar=%32", Signature)]
    [TestCase("https://mycompany.com/MyApp.php?foo=1&bar=2", Signature)]
    [TestCase("https://mycompany.com/myapp.php/?foo=1&bar=2", Signature)]
    public void Any_other_address_or_signature_is_rejected(string url, string signature) =>
        Assert.That(Twilio.IsValid(signature, url, Fields), Is.False);

    [Test]
    public void Another_token_rejects() =>
        Assert.That(new TwilioSignature("12346").IsValid(Signature, "https://mycompany.com" + Query, Fields), Is.False);

    [Test]
    public void A_query_is_signed_as_it_is_and_never_decoded() => Assert.That(
        new TwilioSignature("1234567890").IsValid(
            "PM+bjB+ITJ9a3LIYStKWOTMZMlU=",
            "https://someurl.com/somepath?param1=client%3AAnonymous",
            fields: null),
        Is.True);

    // Each of these fails in Twilio's own validator for .NET.
    [TestCase("https://mycompany.com:443/MYCOMPANY.COM", "https://mycompany.com/MYCOMPANY.COM")]
    [TestCase("https://mycompany.com:8443", "https://mycompany.com")]
    [TestCase("https://mycompany.com?a=1", "https://mycompany.com:443?a=1")]
    [TestCase("https://[2001:db8::1]/x", "https://[2001:db8::1]:443/x")]
    [TestCase("https://[2001:db8::1]:8443/x", "https://[2001:db8::1]/x")]
    [TestCase("https://user:p@ss@mycompany.com:8443/x@y:1", "https://mycompany.com/x@y:1")]
    [TestCase("https://mycompany.com/x?a=1#rc=2&rt=1", "https://mycompany.com/x?a=1")]
    public void Only_the_authority_is_varied(string received, string signed) =>
        Assert.That(SignedUrls.Of(received), Does.Contain(signed));

    [Test]
    public void An_address_that_is_none_is_tried_as_it_is() =>
        Assert.That(SignedUrls.Of("mycompany.com/x"), Is.EqualTo(new[] { "mycompany.com/x" }));

    [TestCase("b=2&a=1&a=0&A=3&a=1&c", "A3a0a1b2c", Description = "ordinal order, sorted values, equal ones once")]
    [TestCase("a=%2B+%C3%A9%zz%2", "a+ é%zz%2")]
    [TestCase("=x&&a==", "xa=")]
    [TestCase("", "")]
    public void Fields_are_signed_in_order_of_their_bytes(string form, string signed)
    {
        var parts = FormFields.Parse(Encoding.ASCII.GetBytes(form)).InSignedOrder().SelectMany(part => part);

        Assert.That(Encoding.UTF8.GetString([.. parts]), Is.EqualTo(signed));
    }
}
