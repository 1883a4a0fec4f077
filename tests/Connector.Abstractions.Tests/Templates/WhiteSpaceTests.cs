namespace Connector.Abstractions.Tests;

internal sealed class WhiteSpaceTests
{
    // ECMAScript's WhiteSpace and LineTerminator productions, which its \s stands for.
    private static readonly char[] Allowed =
    [
        '\t', '\n', '\v', '\f', '\r', ' ', '\u00a0', '\u1680', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004',
        '\u2005', '\u2006', '\u2007', '\u2008', '\u2009', '\u200a', '\u2028', '\u2029',
        '\u202f', '\u205f', '\u3000', '\ufeff',
    ];

    [Test]
    public void Every_character_of_ECMAScripts_white_space_may_surround_a_name_and_no_other()
    {
        var accepted = Enumerable.Range(0, char.MaxValue + 1)
            .Select(unit => (char)unit)
            .Where(character => !char.IsAsciiLetterOrDigit(character) && character is not ('_' or '.'))
            .Where(character => Render($"{{{{{character}code{character}}}}}") == "123");

        Assert.That(accepted, Is.EqualTo(Allowed));
    }

    [Test]
    public void Any_amount_of_white_space_may_surround_a_name() =>
        Assert.That(Render("{{ \t\r\n\u00a0code \ufeff }}"), Is.EqualTo("123"));

    [Test]
    public void White_space_inside_a_path_makes_it_no_placeholder() =>
        Assert.That(Render("{{code .x}}"), Is.EqualTo("{{code .x}}"));

    private static string Render(string content) => Payloads.Render(content, new SmsPayload { Code = "123" });
}
