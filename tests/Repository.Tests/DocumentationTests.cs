using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Repository.Tests;

internal sealed class DocumentationTests
{
    private static readonly IReadOnlyList<string> Pages = RepositoryTree.WithExtensions(".md");

    [Test]
    public void Every_product_and_the_simulator_have_a_readme()
    {
        var folders = ProjectFile.All
            .Where(project => ProjectFile.Products.Contains(project) || project.Name == "TwilioSimulator")
            .Select(project => project.Folder);

        var pages = folders.Select(folder => $"{folder}/README.md").Append("README.md");
        Violations.AssertNone(pages.Where(page => !RepositoryTree.Exists(page)));
    }

    [Test]
    public void Every_relative_link_leads_to_a_file_and_a_heading()
    {
        Assert.That(Pages, Is.Not.Empty);
        Violations.AssertNone(Pages.SelectMany(MarkdownPage.FindBrokenLinks));
    }

    [Test]
    public void The_changelog_tells_of_what_is_unreleased_or_of_the_current_version()
    {
        var properties = XDocument.Parse(RepositoryTree.Read("Directory.Build.props"));
        var version = properties.Descendants("Version").Single().Value;

        Assert.That(
            RepositoryTree.Read("CHANGELOG.md"),
            Does.Match($@"(?m)^## \[?(Unreleased|{Regex.Escape(version)})\b"));
    }
}
