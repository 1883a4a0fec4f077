using System.IO.Compression;
using Connector.Console.Tests.Hosting;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Plugins;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PluginsTests
{
    private const string WrongHash = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    private ConsoleHost host = null!;
    private ConsoleWindow window = null!;
    private DirectoryInfo folder = null!;

    private IPage Page => window.Page;

    private ILocator Offer => Page.Locator(".plugin-offer");

    [SetUp]
    public async Task StartAsync()
    {
        folder = Directory.CreateTempSubdirectory("console-plugins-");
        host = await ConsoleHost.StartAsync();
        window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/plugins");
        await Page.GetByText("Install a plugin").ClickAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await window.DisposeAsync();
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Test]
    public async Task A_file_that_is_no_plugin_is_refused_with_cause_and_fix()
    {
        var junk = Path.Combine(folder.FullName, "junk.zip");
        await File.WriteAllTextAsync(junk, "<script>alert(1)</script>");

        await Page.GetByLabel("Plugin file").SetInputFilesAsync(junk);

        await Assertions.Expect(Offer).ToContainTextAsync("This file can't be installed");
        await Assertions.Expect(Offer.Locator(".problem")).ToBeVisibleAsync();
        await Assertions.Expect(Offer.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await window.AssertPresentableAsync("plugins-refused");
    }

    [Test]
    public async Task A_file_without_the_hash_that_its_author_gives_is_not_installed()
    {
        await OfferAsync();
        await Page.GetByLabel("Hash that its author gives").FillAsync(WrongHash);
        await Page.GetByLabel("I trust where this file comes from").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Install" }).ClickAsync();

        await Assertions.Expect(Offer).ToContainTextAsync("HASH_MISMATCH");
        await Assertions.Expect(Page.GetByLabel("Hash that its author gives")).ToHaveValueAsync(WrongHash);
        Assert.That(Directory.EnumerateFileSystemEntries(host.Plugins), Is.Empty);
    }

    [Test]
    public async Task A_plugin_is_installed_only_after_confirming_and_shows_up_by_itself_and_can_be_removed()
    {
        await OfferAsync();
        var install = Page.GetByRole(AriaRole.Button, new() { Name = "Install" });
        await Assertions.Expect(install).ToBeDisabledAsync();
        await window.AssertPresentableAsync("plugins-offer");

        await Page.GetByLabel("I trust where this file comes from").CheckAsync();
        await install.ClickAsync();

        var card = Page.Locator("[data-plugin=good]");
        await Assertions.Expect(card).ToContainTextAsync("Available");
        await card.GetByText("Details").ClickAsync();
        await window.AssertPresentableAsync("plugins");

        await card.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("Remove good from the plugins folder?");
        await window.AssertAccessibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();

        await Assertions.Expect(card).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Rolling_back_without_an_earlier_version_says_why_it_can_t()
    {
        await OfferAsync();
        await Page.GetByLabel("I trust where this file comes from").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Install" }).ClickAsync();
        var card = Page.Locator("[data-plugin=good]");

        await card.GetByRole(AriaRole.Button, new() { Name = "Roll back" }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Roll back" }).ClickAsync();

        await Assertions.Expect(card.Locator("[data-code]")).ToContainTextAsync("knows no other version");
    }

    [Test]
    public async Task What_came_with_the_host_can_t_be_removed()
    {
        var card = Page.Locator("[data-plugin=sandbox]");

        await Assertions.Expect(card).ToContainTextAsync("Active");
        await Assertions.Expect(card).ToContainTextAsync("comes with the host");
        await Assertions.Expect(card.GetByRole(AriaRole.Button, new() { Name = "Remove" })).ToHaveCountAsync(0);
    }

    private async Task OfferAsync()
    {
        var zip = Path.Combine(folder.FullName, "good.connector.zip");
        ZipFile.CreateFromDirectory(ConsoleHost.TestPlugin("Good"), zip);
        await Page.GetByLabel("Plugin file").SetInputFilesAsync(zip);
        await Assertions.Expect(Offer).ToContainTextAsync("What the file contains");
    }
}
