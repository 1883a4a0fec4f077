using System.Net;
using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TestServers;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>Records and delivers events, over a real database, on a clock that the test moves.</summary>
internal sealed class EventsEngine : IAsyncDisposable
{
    private readonly DirectoryInfo? folder;
    private readonly string connectionString;

    private EventsEngine(Database database, string connectionString, DirectoryInfo? folder, EventsEngine? sibling)
    {
        Database = database;
        this.connectionString = connectionString;
        this.folder = folder;
        Time = sibling?.Time ?? Time;
        Log = sibling?.Log ?? Log;
        Sealed = sibling?.Sealed ?? Sealed;
        Options.Delivery.Webhooks.AllowHttp = true;
        Options.Delivery.Webhooks.AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")];
        var guard = new AddressGuard(Options.Delivery.Webhooks, (name, token) => Resolve(name, token));
        Signal = new EventSignal(Time);
        Reader = new SubscriptionReader(database, Subscriptions);
        Events = new MessageEvents(Subscriptions, Signal, Time);
        Client = new WebhookClient(guard, Time);
        Outbox = new WebhookOutbox(database, Time);
        Webhooks = new WebhookService(
            database, Reader, Sealed, new WebhookRules(Options.Delivery.Webhooks, guard), Time);
        Deliveries = new WebhookDeliveries(database, Signal, Time);
        Attempts = new WebhookAttempts(Outbox, Client, Sealed, Reader, new FakeLogger<WebhookAttempts>(Log));
        Tester = new WebhookTester(database, Attempts, Time);
        Upkeep = new WebhookUpkeep(
            database,
            Reader,
            Subscriptions,
            new WebhookCleanup(database, new OptionsWrapper<ConnectorRuntimeOptions>(Options), Time),
            Time);
        Rounds = new WebhookRounds(Outbox, Attempts, Upkeep, Signal, new FakeLogger<WebhookRounds>(Log));
        Worker = new WebhookWorker(Rounds, Upkeep, Signal, database, new FakeLogger<WebhookWorker>(Log));
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public FakeLogCollector Log { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public SealedData Sealed { get; } = new(new EphemeralDataProtectionProvider());

    public ConnectorRuntimeOptions Options { get; } = new();

    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; set; } = Dns.GetHostAddressesAsync;

    public Database Database { get; }

    public Subscriptions Subscriptions { get; } = new();

    public SubscriptionReader Reader { get; }

    public EventSignal Signal { get; }

    public MessageEvents Events { get; }

    public WebhookClient Client { get; }

    public WebhookOutbox Outbox { get; }

    public WebhookService Webhooks { get; }

    public WebhookDeliveries Deliveries { get; }

    public WebhookAttempts Attempts { get; }

    public WebhookTester Tester { get; }

    public WebhookUpkeep Upkeep { get; }

    public WebhookRounds Rounds { get; }

    public WebhookWorker Worker { get; }

    public string LogText => string.Join('\n', Log.GetSnapshot().Select(record => record.ToString()));

    public static async Task<EventsEngine> OpenAsync(StorageProvider provider)
    {
        var engine = await CreateAsync(provider);
        await engine.Database.OpenAsync(CancellationToken.None);
        return engine;
    }

    /// <summary>The database is not open yet.</summary>
    public static async Task<EventsEngine> CreateAsync(StorageProvider provider)
    {
        if (provider == StorageProvider.Postgres)
        {
            var server = await SharedServers.PostgresOrIgnoreAsync();
            var text = await server.CreateDatabaseAsync();
            return new EventsEngine(Postgres(text), text, folder: null, sibling: null);
        }

        var created = Directory.CreateTempSubdirectory("events-");
        var file = SqliteFile.From(configured: null, created.FullName, created.FullName);
        return new EventsEngine(new SqliteDatabase(file), file.ConnectionString, created, sibling: null);
    }

    /// <summary>A second host on the same database; with SQLite, a second worker of the same host.</summary>
    public async Task<EventsEngine> OpenSiblingAsync()
    {
        if (folder is not null)
        {
            return new EventsEngine(Database, connectionString, folder: null, this);
        }

        var sibling = new EventsEngine(Postgres(connectionString), connectionString, folder: null, this);
        await sibling.Database.OpenAsync(CancellationToken.None);
        return sibling;
    }

    /// <summary>Delivers what is due, until every attempt has ended.</summary>
    public async Task RunRoundAsync()
    {
        await Rounds.RunAsync(CancellationToken.None, CancellationToken.None);
        await Rounds.FinishAsync();
    }

    public Task<Webhook> SubscribeAsync(string url, params string[] events) =>
        Webhooks.CreateAsync(new WebhookSettings { Url = url, Events = events });

    public async Task<WebhookDelivery> OnlyDeliveryAsync(string webhookId) =>
        (await ListAsync(webhookId)).Single();

    public Task<IReadOnlyList<WebhookDelivery>> ListAsync(string webhookId) =>
        Deliveries.ListAsync(webhookId, status: null, limit: 200, after: null, CancellationToken.None);

    public async Task<long> CountAsync(string table) => await Database.ReadAsync(
        session => session.ReadNumberAsync($"SELECT count(*) FROM {table}"));

    public byte[] ReadFiles() => folder is null
        ? []
        : [.. folder.GetFiles("connector.db*").Where(file => file.Extension != ".lock").SelectMany(ReadShared)];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Signal.Dispose();
        await Database.DisposeAsync();
        folder?.Delete(recursive: true);
    }

    private static PostgresDatabase Postgres(string connectionString) =>
        new(connectionString, TimeProvider.System, NullLogger<Database>.Instance);

    private static byte[] ReadShared(FileInfo file)
    {
        using var stream = new FileStream(
            file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
