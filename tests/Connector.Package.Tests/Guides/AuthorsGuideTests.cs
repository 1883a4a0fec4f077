using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests.Guides;

/// <summary>Does what the guide for authors says, word by word, in a folder with nothing in it.</summary>
[Platform(Exclude = "Win", Reason = "The guide is written for a POSIX shell.")]
internal sealed class AuthorsGuideTests
{
    private const string ProviderAddress = "http://127.0.0.1:8090";
    private const string Key = "authors-guide-key-of-forty-characters-xx";
    private static readonly string[] Kinds = ["sh", "sh host", "sh provider", "text", "text provider", "csharp"];

    private readonly string folder =
        Directory.CreateDirectory(Path.Combine(PackageSetUp.Author.Root, "guide")).FullName;

    private readonly GuideServer host = new("host", "/health/ready");
    private readonly GuideServer provider = new("provider", "/");

    [OneTimeTearDown]
    public async Task StopServersAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Test]
    public async Task Every_step_works_from_an_empty_folder_to_a_message_at_the_provider()
    {
        var terminal = new Terminal(folder, new Dictionary<string, string>
        {
            ["HOST"] = host.Address,
            ["KEY"] = Key,
            ["ConnectorHost__Security__BootstrapKey"] = Key,
        });
        var output = "";
        foreach (var block in AuthorsGuide.Blocks)
        {
            output = await FollowAsync(block, terminal, output);
        }

        Assert.That(AuthorsGuide.Blocks.Select(block => block.Kind), Does.Contain("text provider"));
    }

    [Test]
    public void It_has_no_block_that_no_test_looks_at() =>
        Assert.That(AuthorsGuide.Blocks.Select(block => block.Kind), Is.Not.Empty.And.All.AnyOf(Kinds));

    [Test]
    public void The_code_it_shows_is_in_the_project_that_the_template_makes()
    {
        var template = Path.Combine(Repository.Root, "templates", "sms-connector");
        var sources = Directory.EnumerateFiles(template, "*.cs", SearchOption.AllDirectories)
            .Select(path => File.ReadAllText(path).Replace("AcmeSms", "ContosoSms", StringComparison.Ordinal))
            .ToList();

        var shown = AuthorsGuide.Blocks.Where(block => block.Kind == "csharp").Select(block => block.Code).ToList();
        var unknown = shown.Where(code => !sources.Exists(source => source.Contains(code, StringComparison.Ordinal)));
        Assert.That(shown, Is.Not.Empty);
        Assert.That(unknown, Is.Empty);
    }

    /// <returns>What the terminal shows.</returns>
    private async Task<string> FollowAsync(GuideBlock block, Terminal terminal, string shown)
    {
        // The only thing that differs from what an author types: ports that are free on this machine.
        var code = block.Code.Replace(ProviderAddress, provider.Address, StringComparison.Ordinal);
        switch (block.Kind)
        {
            case "sh host":
                var variables = new Dictionary<string, string>(terminal.Variables)
                {
                    ["ASPNETCORE_URLS"] = host.Address,
                };
                await host.StartAsync(code, folder, variables);
                break;
            case "sh provider":
                await provider.StartAsync(code, folder, terminal.Variables);
                break;
            case "sh":
                shown = await terminal.SucceedAsync(code);
                break;
            case "text":
                Assert.That(shown, Does.Contain(code.Trim()));
                break;
            case "text provider":
                Assert.That(provider.Output, Does.Contain(code.Trim()));
                break;
        }

        return shown;
    }
}
