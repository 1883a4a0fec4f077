using System.Text;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class PictureTests
{
    private const string Namespaces =
        "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    [TestCase("<rect width='1' height='1' fill='url(#a)'/>")]
    [TestCase("<use href='#a'/><use xlink:href='#a'/>")]
    [TestCase("<image href='data:image/png;base64,AAAA'/>")]
    [TestCase("<style>rect { fill: url( '#a' ) }</style>")]
    public void A_self_contained_svg_is_shown(string content) => Assert.That(FindFault(content), Is.Null);

    [TestCase("<script>1</script>")]
    [TestCase("<SCRIPT>1</SCRIPT>")]
    [TestCase("<foreignObject/>")]
    [TestCase("<rect onload='x()'/>")]
    [TestCase("<a href='javascript:x()'/>")]
    [TestCase("<use xlink:href='https://example.com/x.svg#a'/>")]
    [TestCase("<image href='data:image/svg+xml;base64,AAAA'/>")]
    [TestCase("<set attributeName='href' to='javascript:x()'/>")]
    [TestCase("<rect style='fill: url(#a); mask: URL(//example.com/x)'/>")]
    [TestCase("<style>@import 'https://example.com/x.css';</style>")]
    [TestCase("<style><![CDATA[rect { fill: url(https://example.com) }]]></style>")]
    [TestCase("<rect>")]
    public void An_svg_with_script_or_references_is_not_shown(string content) =>
        Assert.That(FindFault(content), Is.Not.Null);

    [TestCase("")]
    [TestCase("<html/>")]
    [TestCase("<svg/>")]
    [TestCase("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>")]
    [TestCase("<?xml-stylesheet href='https://example.com/x.css'?><svg xmlns='http://www.w3.org/2000/svg'/>")]
    public void What_is_no_plain_svg_is_not_shown(string document) =>
        Assert.That(SvgPicture.FindFault(Encoding.UTF8.GetBytes(document)), Is.Not.Null);

    [Test]
    public void A_whole_png_is_shown_and_no_part_of_one()
    {
        var png = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        Assert.That(PngPicture.FindFault(png), Is.Null);
        for (var length = 0; length < png.Length; length++)
        {
            Assert.That(PngPicture.FindFault(png.AsSpan(0, length)), Is.Not.Null, $"{length} bytes");
        }
    }

    private static string? FindFault(string content) =>
        SvgPicture.FindFault(Encoding.UTF8.GetBytes($"<svg {Namespaces}>{content}</svg>"));
}
