using System.Text.Json;
using Connector.Abstractions;

namespace Connectors.Sandbox.Tests.Configuration;

internal sealed class ValidatorTests
{
    [TestCase("""{"numbers":[{"phone":"12","behaviour":"accept"}]}""", "/numbers/0/phone")]
    [TestCase("""{"numbers":[{"phone":"+34600000001","behaviour":"refuse"}]}""", "/numbers/0")]
    [TestCase("""{"numbers":[{"phone":"+34600000001","behaviour":"refuseOnce"}]}""", "/numbers/0")]
    [TestCase(
        """{"numbers":[{"phone":"+34600000001","behaviour":"accept"},{"phone":"+34600000001","behaviour":"lost"}]}""",
        "/numbers/1/phone")]
    public void An_error_points_at_its_place(string config, string pointer)
    {
        var issue = Validate(config).Single();

        Assert.That((issue.Pointer, issue.Severity), Is.EqualTo((pointer, ConfigIssueSeverity.Error)));
    }

    [TestCase("""{"templates":[{"usageType":"Generic","content":"Hello"}]}""", "/templates/0/content")]
    [TestCase("""{"templates":[{"usageType":"Generic","content":"{{ codes }}"}]}""", "/templates/0/content")]
    [TestCase("""{"templates":[{"usageType":"SignIn","content":"{{code}}"}]}""", "/templates")]
    [TestCase("""{"templates":[{"usageType":"Generic","content":"{{code}}","locale":"es"}]}""", "/templates")]
    [TestCase(
        """
        {"templates":[{"usageType":"Generic","content":"{{code}}"},
        {"usageType":"SignIn","content":"{{code}}","locale":"pt-BR"},
        {"usageType":"SignIn","content":"{{code}}","locale":"pt_br"}]}
        """,
        "/templates/2")]
    [TestCase(
        """{"numbers":[{"phone":"+34600000001","behaviour":"slow","reason":"optedOut"}]}""",
        "/numbers/0/reason")]
    public void A_doubt_is_a_warning_at_its_place(string config, string pointer)
    {
        var issue = Validate(config).Single();

        Assert.That((issue.Pointer, issue.Severity), Is.EqualTo((pointer, ConfigIssueSeverity.Warning)));
    }

    [Test]
    public void All_issues_come_at_once()
    {
        var issues = Validate(
            """
            {"templates":[{"usageType":"SignIn","content":"Hello"}],
             "numbers":[{"phone":"1","behaviour":"refuse"},{"phone":"1","behaviour":"slow","reason":"optedOut"}]}
            """);

        Assert.That(
            issues.Select(issue => issue.Pointer),
            Is.EquivalentTo([
                "/templates/0/content", "/templates", "/numbers/0/phone", "/numbers/0",
                "/numbers/1/phone", "/numbers/1/phone", "/numbers/1/reason",
            ]));
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("""{"templates":{},"numbers":"none"}""")]
    [TestCase("""{"templates":[1,null],"numbers":[[],true]}""")]
    [TestCase("""{"numbers":[{"phone":1,"behaviour":2,"reason":3}]}""")]
    public void What_the_schema_reports_is_passed_over(string config) =>
        Assert.That(Validate(config), Is.Empty);

    [TestCase("{}")]
    [TestCase("""{"templates":[{"usageType":"Generic","content":"{{ code }}"}],"keepMessages":5}""")]
    [TestCase("""{"templates":[{"usageType":"Generic","content":"{{link}}"}]}""")]
    [TestCase("""{"numbers":[{"phone":"+19075550101","behaviour":"accept"}]}""")]
    public void A_sound_configuration_has_no_issues(string config) => Assert.That(Validate(config), Is.Empty);

    private static IReadOnlyList<ConfigIssue> Validate(string config) =>
        new SandboxPlugin().Validate(JsonElement.Parse(config));
}
