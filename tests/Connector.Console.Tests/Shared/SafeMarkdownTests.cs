using Connector.Host.WebConsole;

namespace Connector.Console.Tests.Shared;

internal sealed class SafeMarkdownTests
{
    [TestCase("<script>alert(1)</script>")]
    [TestCase("text <img src=x onerror=alert(1)> text")]
    [TestCase("<svg/onload=alert(1)>")]
    [TestCase("<!-- --><iframe src=\"https://evil.example\"></iframe>")]
    public void Its_html_is_shown_as_text(string markdown)
    {
        var html = SafeMarkdown.ToHtml(markdown);

        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("<svg"));
        Assert.That(html, Does.Not.Contain("<iframe").And.Contain("&lt;"));
    }

    [TestCase("[here](javascript:alert(1))")]
    [TestCase("[here](JaVaScRiPt:alert(1))")]
    [TestCase("[here](data:text/html;base64,PHNjcmlwdD4=)")]
    [TestCase("[here](vbscript:x)")]
    [TestCase("[here][ref]\n\n[ref]: javascript:alert(1)")]
    [TestCase("[here](/console/sign-out)")]
    [TestCase("<javascript:alert(1)>")]
    public void Links_lead_to_web_pages_only(string markdown) =>
        Assert.That(SafeMarkdown.ToHtml(markdown), Does.Not.Contain("href=\"j").IgnoreCase
            .And.Not.Contain("href=\"d").And.Not.Contain("href=\"v").And.Not.Contain("href=\"/"));

    [Test]
    public void A_link_to_a_page_opens_beside_the_console() =>
        Assert.That(
            SafeMarkdown.ToHtml("[docs](https://example.com/a)"),
            Does.Contain("href=\"https://example.com/a\"").And.Contain("rel=\"noopener noreferrer\""));

    [TestCase("![logo](https://evil.example/pixel.png)")]
    [TestCase("![logo](logo.png)")]
    public void Pictures_are_not_loaded_but_what_they_show_is_told(string markdown) =>
        Assert.That(SafeMarkdown.ToHtml(markdown), Does.Not.Contain("<img").And.Contain("logo"));

    [Test]
    public void Headings_go_below_the_page_s_own() =>
        Assert.That(SafeMarkdown.ToHtml("# Title"), Does.Contain("<h2"));
}
