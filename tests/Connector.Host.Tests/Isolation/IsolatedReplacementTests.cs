using System.Text.Json;

namespace Connector.Host.Tests.Isolation;

/// <summary>A plugin that runs in the host's process and in a worker's is replaced in both.</summary>
internal sealed class IsolatedReplacementTests
{
    private static readonly string[] Connectors = ["within", "apart"];
    private TempFolder plugins;
    private TestHost host;

    [SetUp]
    public async Task StartHostAsync()
    {
        plugins = new TempFolder();
        Drop("1");
        host = await TestHost.StartAsync(
        [
            $"--ConnectorHost:Plugins:Path={plugins.Path}",
            "--ConnectorHost:Plugins:Integrity=Off",
            "--ConnectorHost:Plugins:SettleTime=00:00:00.1",
            "--ConnectorHost:Connectors:within:Plugin=replaceable",
            "--ConnectorHost:Connectors:apart:Plugin=replaceable",
            "--ConnectorHost:Connectors:apart:Isolation=Process",
        ]);
    }

    [TearDown]
    public async Task StopHostAsync()
    {
        await host.DisposeAsync();
        plugins.Dispose();
    }

    [Test]
    public async Task A_new_build_takes_over_in_both_processes()
    {
        Assert.That(await BuildsAsync(), Is.All.EqualTo("1"));

        Drop("2");

        await UntilAsync(async () => (await BuildsAsync()).All(build => build == "2"));
    }

    [Test]
    public async Task A_build_that_fails_takes_over_in_neither()
    {
        Drop("broken");

        await UntilAsync(async () => (await ReadPluginAsync()).GetRawText().Contains("UPDATE_REJECTED"));
        Assert.That(await BuildsAsync(), Is.All.EqualTo("1"));
    }

    private void Drop(string build)
    {
        var folder = Directory.CreateDirectory(Path.Combine(plugins.Path, "replaceable")).FullName;
        var built = Path.Combine(AppContext.BaseDirectory, "test-plugins", "Replaceable");
        foreach (var file in Directory.EnumerateFiles(built))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        File.WriteAllText(Path.Combine(folder, "build.txt"), build);
    }

    private async Task<IReadOnlyList<string?>> BuildsAsync()
    {
        var builds = new List<string?>();
        foreach (var connector in Connectors)
        {
            using var response = await host.Client.PostJsonAsync(
                $"/api/v1/connectors/{connector}/test", """{"phone":"+14155550123"}""");
            builds.Add((await response.ReadJsonAsync()).Text("providerMessageId"));
        }

        return builds;
    }

    private Task<JsonElement> ReadPluginAsync() => host.Client.GetJsonAsync("/api/v1/plugins/replaceable");

    private static async Task UntilAsync(Func<Task<bool>> isReached)
    {
        using var limit = new CancellationTokenSource(IsolatedHost.Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isReached())
        {
            await pace.WaitForNextTickAsync(limit.Token);
        }
    }
}
