using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Connector.Runtime.Tests.Embedding;
using Connector.Runtime.Tests.Plugins;

namespace Connector.Runtime.Tests.Connectors;

/// <summary>A host that follows its plugin folder, with the test plugin that comes in many builds.</summary>
internal sealed class LiveHost : IAsyncDisposable
{
    public const string Id = "replaceable";
    public const string Plugin = "Replaceable";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(40);

    private LiveHost(EmbeddedHost host) => Host = host;

    public EmbeddedHost Host { get; }

    public PluginCatalog Catalog => Host.Get<PluginCatalog>();

    public InstalledPlugin Shown => Catalog.Find(Id)!;

    /// <param name="build">What is dropped before the start; nothing when <see langword="null"/>.</param>
    /// <param name="connectors">Members of the section Connectors, as JSON.</param>
    /// <param name="configure">Has the last word.</param>
    public static async Task<LiveHost> StartAsync(
        string? build = "1",
        string connectors = """ "acme": { "Plugin": "replaceable" } """,
        Action<ConnectorRuntimeOptions>? configure = null)
    {
        var host = EmbeddedHost.Create(
            $$"""{ "ConnectorHost": { "Connectors": { {{connectors}} } } }""",
            options =>
            {
                options.Plugins.Integrity = PluginIntegrity.Off;
                options.Plugins.Pace =
                    new WatchPace { Poll = Soon, Settle = Soon, Removal = 3 * Soon, Unload = 5 * Soon };
                configure?.Invoke(options);
            });
        Directory.CreateDirectory(host.DropPath());
        var live = new LiveHost(host);
        if (build is not null)
        {
            live.CopyOver(build);
        }

        await host.StartAsync();
        return live;
    }

    /// <summary>Copies a build over the one in the folder, in place.</summary>
    public void CopyOver(string build, string folder = Plugin) => Write(Host.DropPath(folder), build);

    /// <summary>A build in a folder that the host doesn't look at.</summary>
    public string Prepare(string build, string name = "prepared")
    {
        var folder = Host.DataPath("..", name);
        Write(folder, build);
        return folder;
    }

    public async Task<string> SendAsync(string connector = "acme")
    {
        var result = await Host.Get<TestSender>().TestConnectorAsync(
            connector, new TestSendRequest { Phone = "+14155550100" }, CancellationToken.None);
        return result.Outcome is SendOutcome.Accepted accepted
            ? accepted.ProviderMessageId
            : throw new InvalidOperationException(result.Outcome.ToString());
    }

    /// <summary>Waits until a build serves.</summary>
    public async Task UntilServesAsync(string build, string connector = "acme")
    {
        await UntilAsync(async () => Running(connector) is not null && await SendAsync(connector) == build);
    }

    public async Task UntilStoppedAsync(string connector = "acme") =>
        await UntilAsync(() => Task.FromResult(Running(connector) is null));

    /// <summary>Waits for something that changes with the connectors or the log.</summary>
    public async Task UntilAsync(Func<Task<bool>> isReached)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await isReached())
        {
            await Host.NextEventAsync(limit.Token);
        }
    }

    public Task UntilRejectedAsync(string reason) => UntilAsync(() => Task.FromResult(
        Shown.Problems.Any(problem => problem.Code == "UPDATE_REJECTED" && problem.Cause.Contains(reason))));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private RunningConnector? Running(string connector) => Host.Get<ConnectorTable>().Current.Find(connector)?.Running;

    private static void Write(string folder, string build)
    {
        PluginSandbox.CopyFolder(Plugin, folder);
        File.WriteAllText(Path.Combine(folder, "build.txt"), build);
    }
}
