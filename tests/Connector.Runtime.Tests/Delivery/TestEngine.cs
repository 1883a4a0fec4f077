using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>
/// The engine on a real database of its own, with connectors of the test's own and on a clock that the test moves.
/// Messages are delivered from the first time that a test asks for <see cref="Messages"/>.
/// </summary>
internal sealed class TestEngine : IAsyncDisposable
{
    private readonly List<ActivatedConnector> connectors = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine-");
    private readonly ServiceProvider services;
    private readonly Lazy<MessageService> messages;

    /// <param name="connectionString">PostgreSQL to share; <see langword="null"/> for a SQLite file.</param>
    /// <param name="time">A clock to share with another engine.</param>
    public TestEngine(string? connectionString = null, FakeTimeProvider? time = null)
    {
        Time = time ?? new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        services = Build(connectionString);
        messages = new Lazy<MessageService>(() => BeginAsync().GetAwaiter().GetResult());
    }

    public ConnectorRuntimeOptions RuntimeOptions => Get<IOptions<ConnectorRuntimeOptions>>().Value;

    public FakeTimeProvider Time { get; }

    public FakeLogCollector Log { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public ConnectorCalls Calls => Get<ConnectorCalls>();

    public ConnectorTable Table => Get<ConnectorTable>();

    public GuardedSend Send => Get<GuardedSend>();

    public Router Router => Get<Router>();

    public ConnectorRegistry Registry => Get<ConnectorRegistry>();

    public Database Database => Get<Database>();

    public MessageService Messages => messages.Value;

    public string LogText => string.Join('\n', Log.GetSnapshot().Select(record => record.ToString()));

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public RunningConnector Add(
        string name,
        ISmsConnector connector,
        Func<ConnectorInfo, ConnectorInfo>? change = null,
        PluginGuard? guard = null)
    {
        var running = new RunningConnector(name, connector, new HttpClient())
        {
            Guard = guard ?? PluginGuard.Alone(name),
        };
        Add(Info(name, ConnectorState.Running), change, running);
        return running;
    }

    public void AddIdle(string name, ConnectorState state, params ConnectorProblem[] problems) =>
        Add(Info(name, state) with { Problems = problems }, change: null, running: null);

    /// <summary>The message when its host has nothing more to do for it; lets time pass until then.</summary>
    public Task<MessageResult> SettledAsync(string messageId) =>
        SettledAsync(messageId, TimeSpan.FromMilliseconds(50));

    /// <summary>As <see cref="SettledAsync(string)"/>, but no time may be needed.</summary>
    public Task<MessageResult> StoodStillUntilSettledAsync(string messageId) => SettledAsync(messageId, TimeSpan.Zero);

    private async Task<MessageResult> SettledAsync(string messageId, TimeSpan step)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (await Database.ReadAsync(session => session.ReadNumberAsync(
            "SELECT work FROM messages WHERE id = $1", messageId)) != 0)
        {
            await pace.WaitForNextTickAsync(limit.Token);
            Time.Advance(step);
        }

        return await Get<MessageWaiting>().ReadAsync(messageId, limit.Token);
    }

    /// <summary>
    /// Lets time pass until something has ended, which may begin to wait for the clock at any moment.
    /// </summary>
    public async Task PassTimeUntilAsync(Task task)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!task.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await pace.WaitForNextTickAsync(limit.Token);
        }

        await task;
    }

    /// <summary>This host says no more that it lives, as one that hangs; what it does goes on.</summary>
    public Task SilenceAsync() => Get<HostWatch>().SilenceAsync();

    /// <summary>Waits for a line of the log.</summary>
    public async Task LoggedAsync(string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!LogText.Contains(text, StringComparison.Ordinal))
        {
            await pace.WaitForNextTickAsync(limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (messages.IsValueCreated)
        {
            // Sends that never end, as tests have them, are not waited for.
            RuntimeOptions.Messages.SendTimeout = TimeSpan.Zero;
            await Get<BackgroundWorks>().EndAsync();
        }

        // A connector that hangs is waited for, on the test's clock.
        var disposing = services.DisposeAsync().AsTask();
        while (!disposing.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        await disposing;
        folder.Delete(recursive: true);
    }

    private static ConnectorInfo Info(string name, ConnectorState state) => new()
    {
        Name = name,
        PluginId = "test-sms",
        Enabled = state != ConnectorState.Disabled,
        Countries = [],
        Weight = 100,
        Priority = 0,
        Source = "Configuration",
        State = state,
        Config = default,
    };

    private ServiceProvider Build(string? connectionString)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(Log)));
        collection.AddSingleton<IHostEnvironment>(new Place(folder.FullName));
        collection.AddConnectors(new ConfigurationBuilder().Build(), options =>
        {
            options.Storage.Provider = connectionString is null ? StorageProvider.Sqlite : StorageProvider.Postgres;
            options.Storage.ConnectionString = connectionString;
        });
        return collection.BuildServiceProvider();
    }

    private async Task<MessageService> BeginAsync()
    {
        await Get<DatabaseOpening>().OpenAsync(CancellationToken.None);
        await Get<BackgroundWorks>().BeginAsync();
        return Get<MessageService>();
    }

    private void Add(ConnectorInfo info, Func<ConnectorInfo, ConnectorInfo>? change, RunningConnector? running)
    {
        connectors.RemoveAll(connector => connector.Info.Name == info.Name);
        connectors.Add(new ActivatedConnector(change is null ? info : change(info), running));
        Table.Replace(connectors);
    }

    private sealed class Place(string path) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "tests";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = path;

        public string EnvironmentName { get; set; } = "Production";
    }
}
