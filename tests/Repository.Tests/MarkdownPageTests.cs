namespace Repository.Tests;

internal sealed class MarkdownPageTests
{
    [TestCase("[a](docs/a.md)", "docs/a.md")]
    [TestCase("![logo](logo.svg \"title\")", "logo.svg")]
    [TestCase("[a](#part)", "#part")]
    [TestCase("<img src=\"logo.svg\">", "logo.svg")]
    [TestCase("[a](<docs/a.md>)", "docs/a.md")]
    public void Links_within_the_repository_are_found(string markdown, string target) =>
        Assert.That(MarkdownPage.LinksOf(markdown), Is.EqualTo(new[] { target }));

    [TestCase("[a](https://example.com/a.md)")]
    [TestCase("[a](mailto:a@example.com)")]
    [TestCase("`[a](b.md)`")]
    [TestCase("```\n[a](b.md)\n```")]
    [TestCase("no link (at all)")]
    public void Other_links_and_code_are_passed_over(string markdown) =>
        Assert.That(MarkdownPage.LinksOf(markdown), Is.Empty);

    [Test]
    public void Headings_become_anchors() =>
        Assert.That(
            MarkdownPage.AnchorsOf("# Get `started`, now!\n\n## Two_words - x\n## Two_words - x\n\n```\n# not\n```\n"),
            Is.EquivalentTo(new[] { "get-started-now", "two_words---x", "two_words---x-1" }));

    [TestCase("missing.md", false)]
    [TestCase("CONTRIBUTING.md", true)]
    [TestCase("CONTRIBUTING.md#tests", true)]
    [TestCase("CONTRIBUTING.md#missing", false)]
    [TestCase("#changelog", true)]
    [TestCase("docs/", true)]
    [TestCase("/docs/adr/README.md", true)]
    [TestCase("../CONTRIBUTING.md", false)]
    public void A_link_resolves_from_its_page_to_a_file_and_heading(string link, bool resolves) =>
        Assert.That(MarkdownPage.Resolves("CHANGELOG.md", link), Is.EqualTo(resolves));
}
