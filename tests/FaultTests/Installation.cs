using System.Globalization;
using System.Net;
using FaultTests.Hosts;
using FaultTests.Ledgers;
using TestServers;
using TestServers.Processes;
using TwilioSimulator;
using TwilioSimulator.Faults;

namespace FaultTests;

/// <summary>Hosts, what they work with, and a provider that outlives them.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private static readonly TimeSpan SettlePatience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LoadPatience = TimeSpan.FromSeconds(60);
    private static readonly string[] Unsettled = ["queued", "sending", "unknown"];

    private readonly List<TestedHost> hosts = [];
    private readonly Mode mode;
    private TwilioSimulatorServer? provider;

    private Installation(Mode mode, HostSettings settings)
    {
        this.mode = mode;
        Settings = settings;
    }

    /// <summary>The provider, while it runs.</summary>
    public TwilioSimulatorServer Provider
    {
        get => provider ?? throw new InvalidOperationException("The provider has not been started.");
        private set => provider = value;
    }

    public Ledger Ledger { get; } = new();

    public HostSettings Settings { get; set; }

    public IReadOnlyList<TestedHost> Hosts => hosts;

    public IReadOnlyList<HttpClient> Clients => hosts.ConvertAll(host => host.Client);

    /// <summary>With a provider, and without hosts.</summary>
    /// <param name="mode">What the hosts work with.</param>
    /// <param name="postgres">A server of the test's own, to break.</param>
    /// <param name="broker">A broker of the test's own, to break.</param>
    public static async Task<Installation> CreateAsync(
        Mode mode, PostgresServer? postgres = null, RabbitMqServer? broker = null)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}");
        var settings = new HostSettings { Provider = new Uri(address) };
        if (mode != Mode.Sqlite)
        {
            postgres ??= await SharedServers.PostgresOrIgnoreAsync();
            settings = settings with { Postgres = await postgres.CreateDatabaseAsync() };
        }

        if (mode == Mode.PostgresRabbitMq)
        {
            broker ??= await SharedServers.RabbitMqOrIgnoreAsync();
            settings = settings with { Broker = broker.Uri, QueuePrefix = $"faults-{Guid.NewGuid():n}" };
        }

        var installation = new Installation(mode, settings);
        await installation.StartProviderAsync();
        return installation;
    }

    /// <summary>Starts the provider, also again; then it has forgotten everything, but the ledger has not.</summary>
    public async Task StartProviderAsync() => Provider = await TwilioSimulatorServer.StartAsync(
        new TwilioSimulatorOptions
        {
            Urls = Settings.Provider.AbsoluteUri,
            StatusPace = null,
            RecordedRequests = 0,
            StoredMessages = 1_000_000,
            MessageReceived = Ledger.Receive,
        });

    /// <summary>As <see cref="CreateAsync"/>, with hosts that are ready.</summary>
    public static async Task<Installation> StartAsync(
        Mode mode, int hosts = 1, PostgresServer? postgres = null, RabbitMqServer? broker = null)
    {
        var installation = await CreateAsync(mode, postgres, broker);
        try
        {
            for (var count = 0; count < hosts; count++)
            {
                await installation.Add().StartAsync();
            }

            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    /// <summary>One more host, not started.</summary>
    public TestedHost Add(params string[] wrapper)
    {
        var host = new TestedHost(Settings, wrapper);
        hosts.Add(host);
        return host;
    }

    public Load StartLoad() => Load.Start(Ledger, Clients);

    /// <summary>Has clients send until so many more messages are accepted.</summary>
    public async Task LoadAsync(int messages)
    {
        var load = StartLoad();
        await WaitForAcceptedAsync(messages);
        await load.StopAsync();
    }

    /// <summary>Waits until so many more messages are accepted.</summary>
    public async Task WaitForAcceptedAsync(int messages)
    {
        var wanted = Ledger.Accepted + messages;
        await Wait.UntilAsync(
            () => Task.FromResult(Ledger.Accepted >= wanted), LoadPatience, $"{messages} more messages accepted");
    }

    /// <summary>The provider takes its time, so that whatever breaks finds messages under way.</summary>
    public void SlowProvider(TimeSpan delay) =>
        Provider.Faults.Set(new FaultSwitch(FaultKind.Slow) { Delay = delay });

    /// <summary>Asks once more for what has a key and was not acknowledged, as clients do.</summary>
    public Task AskAgainAsync(HttpClient client) => Task.WhenAll(Ledger.ToAskAgain.Select(order => Wait.UntilAsync(
        async () => await client.TrySendAsync(order) == HttpStatusCode.Accepted,
        SettlePatience,
        "an order with a key is acknowledged in the end")));

    /// <summary>
    /// Waits until the hosts have nothing to do any more, counts, and expects that nothing went wrong.
    /// </summary>
    public async Task<Counts> SettleAsync(string scenario, TestedHost? asked = null)
    {
        var client = (asked ?? hosts[0]).Client;
        await Wait.TryUntilAsync(() => IsSettledAsync(client), SettlePatience);
        var counts = await Ledger.CountAsync(client);
        var line = $"{scenario}, {mode}: {counts}";
        await TestContext.Out.WriteLineAsync(line);
        await TestContext.Progress.WriteLineAsync(line);
        Assert.That(counts.Accepted, Is.Positive, "nothing was accepted");
        Assert.That(counts.Lost, Is.Zero, line);
        Assert.That(counts.Doubled - counts.DoubledUnknown, Is.Zero, line);
        return counts;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        await Provider.DisposeAsync();
    }

    private static async Task<bool> IsSettledAsync(HttpClient client)
    {
        foreach (var status in Unsettled)
        {
            if ((await client.ListAsync($"status={status}&limit=1")).Count > 0)
            {
                return false;
            }
        }

        return true;
    }
}
