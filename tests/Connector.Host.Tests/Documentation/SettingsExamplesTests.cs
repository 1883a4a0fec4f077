using System.Text.RegularExpressions;
using Connector.Host.Startup;
using Connector.Runtime.Connectors;
using Microsoft.Extensions.DependencyInjection;
using NJsonSchema;

namespace Connector.Host.Tests.Documentation;

/// <summary>What the documentation shows must work when it is pasted.</summary>
internal sealed partial class SettingsExamplesTests
{
    private const string Sid = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static readonly string Root = SourceTree.Root;

    private static IEnumerable<TestCaseData> Examples =>
        from file in Directory.EnumerateFiles(Root, "*.md", SearchOption.TopDirectoryOnly)
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md"))
            .Concat(Directory.EnumerateDirectories(Root, "Connector*")
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md")))
        from Match block in JsonBlock().Matches(File.ReadAllText(file))
        where block.Value.Contains("\"ConnectorHost\"", StringComparison.Ordinal)
        select new TestCaseData(block.Groups["json"].Value).SetArgDisplayNames(Path.GetRelativePath(Root, file));

    // Others name a database server that a reader has.
    private static IEnumerable<TestCaseData> ExamplesWithConnectors =>
        Examples.Where(example => ((string)example.Arguments[0]!).Contains("\"Plugin\"", StringComparison.Ordinal));

    [Test]
    public void The_documentation_shows_settings()
    {
        Assert.That(Examples.Count(), Is.GreaterThanOrEqualTo(4));
    }

    [TestCaseSource(nameof(Examples))]
    public async Task Settings_shown_fit_the_schema(string json)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "connector-host.schema.json");
        var schema = await JsonSchema.FromFileAsync(path);

        Assert.That(schema.Validate(json), Is.Empty);
    }

    [TestCaseSource(nameof(Examples))]
    public async Task Settings_shown_are_accepted_by_the_host(string json)
    {
        using var folder = new TempFolder();
        folder.Write("appsettings.json", WithValues(json));
        await using var app = TestHost.Create(folder.Path, []);

        Assert.That(() => app.Services.ValidateSettings(), Throws.Nothing);
    }

    [TestCaseSource(nameof(ExamplesWithConnectors))]
    public async Task Settings_shown_bring_every_connector_they_enable_into_service(string json)
    {
        using var folder = new TempFolder();
        folder.Write("appsettings.json", WithValues(json));
        await using var app = TestHost.Create(
            folder.Path,
            [
                $"--ConnectorHost:Connectors:twilio:Config:authToken={Sid}",
                "--ConnectorHost:Connectors:twilio:Plugin=twilio-sms",
            ]);

        await app.StartAsync();
        var shown = app.Services.GetRequiredService<ConnectorRegistry>().All
            .Where(connector => json.Contains($"\"{connector.Name}\"", StringComparison.Ordinal) && connector.Enabled)
            .Select(connector => connector.State)
            .ToList();
        await app.StopAsync();

        Assert.That(shown, Is.Not.Empty.And.All.EqualTo(ConnectorState.Running));
    }

    // Placeholders that a reader replaces.
    private static string WithValues(string json) => Placeholder().Replace(json, $"\"${{kind}}{Sid}\"");

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JsonBlock();

    [GeneratedRegex("\"(?<kind>AC|MG)(…|x+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
