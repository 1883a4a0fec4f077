using System.Text;
using Connector.Runtime.Tests.Plugins;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Connector.Runtime.Tests.Embedding;

/// <summary>
/// A plain generic host, without any web, that embeds the engine over real plugins in a folder of its own.
/// </summary>
internal sealed class EmbeddedHost : IAsyncDisposable
{
    private readonly FakeLogCollector log;
    private readonly IHost host;
    private readonly string root;

    private EmbeddedHost(string root, string settings, Action<ConnectorRuntimeOptions>? configure = null)
    {
        this.root = root;
        log = FakeLogCollector.Create(new FakeLogCollectorOptions { OutputSink = _ => Logged() });
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = root });
        builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(settings)));
        builder.Services.AddSingleton<ILoggerProvider>(new FakeLoggerProvider(log));
        builder.Services.AddConnectors(builder.Configuration.GetSection("ConnectorHost"), configure);
        host = builder.Build();
    }

    public FakeLogCollector Log => log;

    private Action Logged { get; set; } = () => { };

    public string LogText => string.Join('\n', log.GetSnapshot().Select(record => record.ToString()));

    public static EmbeddedHost Create(string settings, params string[] plugins) => Create(settings, null, plugins);

    public static EmbeddedHost Create(
        string settings, Action<ConnectorRuntimeOptions>? configure, params string[] plugins)
    {
        var folder = Directory.CreateTempSubdirectory("embedded-").FullName;
        foreach (var plugin in plugins)
        {
            PluginSandbox.CopyFolder(plugin, Path.Combine(folder, "plugins", plugin));
        }

        return new EmbeddedHost(folder, settings, configure);
    }

    public static async Task<EmbeddedHost> StartAsync(string settings, params string[] plugins)
    {
        var embedded = Create(settings, plugins);
        await embedded.StartAsync();
        return embedded;
    }

    /// <summary>Waits until something has been logged, now or before.</summary>
    public async Task UntilLoggedAsync(int eventId)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (log.GetSnapshot().Any(record => record.Id.Id == eventId))
            {
                seen.TrySetResult();
            }
        }

        Logged += Look;
        Look();
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Logged = Logged - Look ?? (() => { });
    }

    /// <summary>Waits for something to be logged from now on, or for a moment in which nothing is.</summary>
    public async Task NextEventAsync(CancellationToken cancellationToken)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look() => seen.TrySetResult();
        Logged += Look;
        var moment = TimeSpan.FromMilliseconds(20);
        await Task.WhenAny(seen.Task, Task.Delay(moment, TimeProvider.System, cancellationToken));
        Logged = Logged - Look ?? (() => { });
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Creates the host again over the same folders, as after a restart.</summary>
    public EmbeddedHost Again(string settings) => new(root, settings);

    public Task StartAsync() => host.StartAsync(CancellationToken.None);

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>The operator's plugin folder, or a place in it.</summary>
    public string DropPath(params string[] parts) => Path.Combine([root, "plugins", .. parts]);

    public string DataPath(params string[] parts) => Path.Combine([root, "data", .. parts]);

    public async Task StopAsync()
    {
        await host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)host).DisposeAsync();
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
