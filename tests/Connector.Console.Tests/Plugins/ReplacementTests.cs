using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using Connector.Console.Tests.Connectors;
using Connector.Console.Tests.Hosting;
using Connector.Runtime.Tests.Plugins;
using Microsoft.Playwright;

namespace Connector.Console.Tests.Plugins;

/// <summary>Another version of a plugin, by a file in the browser.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReplacementTests
{
    private ConsoleHost host = null!;
    private ConsoleWindow window = null!;
    private DirectoryInfo folder = null!;

    private IPage Page => window.Page;

    private ILocator Offer => Page.Locator(".plugin-offer");

    private ILocator Card => Page.Locator("[data-plugin=replaceable]");

    [SetUp]
    public async Task StartAsync()
    {
        folder = Directory.CreateTempSubdirectory("console-plugins-");
        host = await ConsoleHost.StartAsync();
        window = await ConsoleWindow.SignedInAsync(host);
        await window.GoAsync("/plugins");
        await Page.GetByText("Install a plugin").ClickAsync();
        await InstallAsync(Zip("1", "1.0.0"));
        await Assertions.Expect(Card).ToContainTextAsync("Version 1.0.0");
        await ConsoleApi.CreateAsync(host, "steady", "replaceable", new { });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await window.DisposeAsync();
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Test]
    public async Task A_newer_version_takes_over_and_the_one_before_can_be_brought_back()
    {
        await OfferAsync(Zip("2", "1.1.0"));
        await Assertions.Expect(Offer).ToContainTextAsync("It replaces version 1.0.0");
        await window.AssertPresentableAsync("plugins-replace");
        await ConfirmAsync();
        await Assertions.Expect(Card).ToContainTextAsync("Version 1.1.0");
        Assert.That(await SendAsync(), Is.EqualTo("2"));

        await Card.GetByRole(AriaRole.Button, new() { Name = "Roll back" }).ClickAsync();
        var question = Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(question).ToContainTextAsync("Put the version before replaceable 1.1.0 back?");
        await question.GetByRole(AriaRole.Button, new() { Name = "Roll back" }).ClickAsync();

        await Assertions.Expect(Card).ToContainTextAsync("Version 1.0.0");
        Assert.That(await SendAsync(), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_version_that_does_not_work_is_told_and_the_old_one_goes_on()
    {
        await InstallAsync(Zip("broken", "1.1.0"));

        await Assertions.Expect(Card).ToContainTextAsync("UPDATE_REJECTED");
        await window.AssertPresentableAsync("plugins-update-rejected");
        Assert.That(await SendAsync(), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_file_that_would_write_elsewhere_is_refused_by_name()
    {
        var file = Path.Combine(folder.FullName, "slip.connector.zip");
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Create))
        {
            await using var entry = await zip.CreateEntry("../../evil.dll").OpenAsync();
            entry.WriteByte(1);
        }

        await Page.GetByLabel("Plugin file").SetInputFilesAsync(file);

        await Assertions.Expect(Offer).ToContainTextAsync("This file can't be installed");
        await Assertions.Expect(Offer.Locator(".problem code")).ToHaveTextAsync("ZIP_UNSAFE");
        await Assertions.Expect(Offer.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Assertions.Expect(Card).ToContainTextAsync("Version 1.0.0");
    }

    private string Zip(string build, string version)
    {
        var source = Directory.CreateDirectory(Path.Combine(folder.FullName, build)).FullName;
        foreach (var file in Directory.EnumerateFiles(ConsoleHost.TestPlugin("Replaceable")))
        {
            File.Copy(file, Path.Combine(source, Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(source, "build.txt"), build);
        PluginVersion.Set(Path.Combine(source, "Replaceable.dll"), version);
        var zip = $"{source}.connector.zip";
        ZipFile.CreateFromDirectory(source, zip);
        return zip;
    }

    private async Task InstallAsync(string zip)
    {
        await OfferAsync(zip);
        await ConfirmAsync();
    }

    private async Task OfferAsync(string zip)
    {
        await Page.GetByLabel("Plugin file").SetInputFilesAsync(zip);
        await Assertions.Expect(Offer).ToContainTextAsync("What the file contains");
    }

    private async Task ConfirmAsync()
    {
        await Page.GetByLabel("I trust where this file comes from").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Install" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".plugin-add [role=status]"))
            .ToContainTextAsync("is in the plugins folder");
    }

    private async Task<string?> SendAsync()
    {
        using var response = await host.Client.PostAsJsonAsync(
            "/api/v1/connectors/steady/test", new { phone = "+14155550123" });
        var sent = await response.Content.ReadFromJsonAsync<JsonElement>();
        return sent.GetProperty("providerMessageId").GetString();
    }
}
