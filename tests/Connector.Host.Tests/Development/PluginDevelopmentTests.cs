using Connector.Abstractions;
using Connector.Host.Configuration;
using Connector.Host.Development;
using Connector.Runtime.Connectors;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Host.Tests.Development;

internal sealed class PluginDevelopmentTests
{
    [Test]
    public async Task A_saved_change_serves_at_once_and_a_build_error_leaves_what_served()
    {
        using var folder = new TempFolder();
        var plugin = new DevelopedPlugin(folder);
        plugin.Create("one");
        await using var told = new ToldLines();
        await using var host = await TestHost.StartAsync(
            [$"--ConnectorHost:Connectors:dev:Plugin={DevelopedPlugin.Id}"],
            builder => builder.AddPluginDevelopment(plugin.Path, told));
        await told.UntilAsync("serves");
        Assert.That(await SendAsync(host), Is.EqualTo("one"));

        plugin.Answer("\"two\"");
        TestContext.Out.WriteLine(await told.UntilAsync("serves"));
        Assert.That(await SendAsync(host), Is.EqualTo("two"));

        plugin.Answer("no C#");
        await told.UntilAsync("build failed");
        Assert.That(await told.UntilAsync("error CS"), Does.Contain("Plugin.cs"));
        Assert.That(await SendAsync(host), Is.EqualTo("two"));
    }

    [Test]
    public void A_folder_without_a_project_is_refused()
    {
        using var folder = new TempFolder();

        Assert.That(
            () => PluginProject.Find(folder.Path),
            Throws.TypeOf<HostConfigurationException>().With.Message.Contains(folder.Path));
    }

    private static async Task<string?> SendAsync(TestHost host)
    {
        var result = await host.App.Services.GetRequiredService<TestSender>().TestConnectorAsync(
            "dev", new TestSendRequest { Phone = "+14155550100" }, CancellationToken.None);
        return (result.Outcome as SendOutcome.Accepted)?.ProviderMessageId;
    }
}
