using System.Text.Json;
using Connector.Package.Tests.Workspace;
using Connector.Testing.Providers;

namespace Connector.Package.Tests.Guides;

/// <summary>Does what the guide for authors says, word by word, in a folder with nothing in it.</summary>
[Platform(Exclude = "Win", Reason = "The guide is written for a POSIX shell.")]
internal sealed class AuthorsGuideTests
{
    private const string Provider = "https://sms.example.com";
    private static readonly string[] Kinds = ["sh", "sh host", "text", "csharp"];

    private readonly string folder =
        Directory.CreateDirectory(Path.Combine(PackageSetUp.Author.Root, "guide")).FullName;

    private readonly GuideHost host = new();

    [OneTimeTearDown]
    public async Task StopHostAsync() => await host.DisposeAsync();

    [Test]
    public async Task Every_step_works_and_at_the_end_the_provider_has_the_message()
    {
        await using var provider = new ProviderStub(ProviderReply.Json(201, """{ "id": "m-1" }"""));
        var terminal = new Terminal(
            folder, new Dictionary<string, string> { ["HOST"] = host.Address, ["KEY"] = GuideHost.Key });

        await FollowAsync(terminal, provider.Address);

        var request = provider.Requests.Single();
        Assert.That(request.Target, Is.EqualTo("/v1/messages"));
        var message = JsonElement.Parse(request.Body);
        Assert.That(message.GetProperty("to").GetString(), Is.EqualTo("+14155550123"));
        Assert.That(message.GetProperty("text").GetString(), Is.EqualTo("123456 is your code."));
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

    private async Task FollowAsync(Terminal terminal, string provider)
    {
        var output = "";
        foreach (var block in AuthorsGuide.Blocks)
        {
            switch (block.Kind)
            {
                case "sh host":
                    await host.StartAsync(block.Code, folder, terminal.Variables);
                    break;
                case "sh":
                    output = await terminal.SucceedAsync(
                        block.Code.Replace(Provider, provider, StringComparison.Ordinal));
                    await NoticeDropAsync(block);
                    break;
                case "text":
                    Assert.That(output, Does.Contain(block.Code.Trim()));
                    break;
            }
        }
    }

    // A host looks into its folder when it starts.
    private Task NoticeDropAsync(GuideBlock block) =>
        block.Code.Contains("cp -r", StringComparison.Ordinal) ? host.RestartAsync() : Task.CompletedTask;
}
