using System.Threading.Channels;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>One host's end of the broker, running.</summary>
internal sealed class OffersFixture : IAsyncDisposable
{
    /// <summary>For anything that a test waits for.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Pauses that tests needn't wait for.</summary>
    public static readonly RabbitMqLimits Quick = new()
    {
        Reconnect = new Backoff(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200)),
        Requeue = new Backoff(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(10)),
        Check = TimeSpan.FromMilliseconds(100),
    };

    private readonly CancellationTokenSource stopping = new();
    private readonly Channel<WorkOffer> handled = Channel.CreateUnbounded<WorkOffer>();
    private Task run = Task.CompletedTask;

    public OffersFixture(Uri broker, string? prefix = null)
    {
        Prefix = prefix ?? $"t{Guid.NewGuid():N}";
        Handle = HandleAsync;
        Options = new RabbitMqOptions { Uri = broker.ToString(), Prefix = Prefix };
    }

    public string Prefix { get; }

    public RabbitMqOptions Options { get; }

    public RabbitMqLimits Limits { get; init; } = Quick;

    /// <summary>What offers are handled with, unless all that matters is that they arrive.</summary>
    public Func<WorkOffer, CancellationToken, Task> Handle { get; init; }

    public LogSignals Log { get; } = new();

    public RabbitMqOffers Offers { get; private set; } = null!;

    public ChannelReader<WorkOffer> Handled => handled.Reader;

    public void Start()
    {
        Offers = new RabbitMqOffers(Options, Handle, TimeProvider.System, Log) { Limits = Limits };
        run = Offers.RunAsync(stopping.Token);
    }

    public async Task<OffersFixture> StartConnectedAsync()
    {
        Start();
        await Log.NextAsync(2200);
        return this;
    }

    /// <summary>Waits for the given number of offers.</summary>
    public async Task<IReadOnlyList<WorkOffer>> ReadHandledAsync(int count)
    {
        var offers = new List<WorkOffer>();
        while (offers.Count < count)
        {
            offers.Add(await Handled.ReadAsync().AsTask().WaitAsync(Limit));
        }

        return offers;
    }

    public Task PublishAsync(string connector, params string[] ids) =>
        PublishAsync(TimeSpan.Zero, connector, ids);

    public async Task PublishAsync(TimeSpan delay, string connector, params string[] ids) =>
        await Offers.PublishAsync([.. ids.Select(id => new WorkOffer(id, connector))], delay, CancellationToken.None);

    public Task<long?> CountWaitingAsync(string connector) =>
        Offers.CountWaitingAsync(connector, CancellationToken.None);

    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await run.WaitAsync(Limit);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Offers.DisposeAsync();
        stopping.Dispose();
    }

    /// <summary>For tests with a handler of their own: counts an offer as handled.</summary>
    public Task HandleAsync(WorkOffer offer, CancellationToken cancellationToken) =>
        handled.Writer.WriteAsync(offer, cancellationToken).AsTask();
}
