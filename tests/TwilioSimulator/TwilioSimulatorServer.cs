using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using TwilioSimulator.Callbacks;
using TwilioSimulator.Control;
using TwilioSimulator.Faults;
using TwilioSimulator.Http;
using TwilioSimulator.Messages;
using TwilioSimulator.Progress;
using TwilioSimulator.Terminal;

namespace TwilioSimulator;

/// <summary>A running simulator. Safe to use from several threads; dispose it to stop it.</summary>
public sealed class TwilioSimulatorServer : IAsyncDisposable
{
    // Connections that stall on purpose are cut after this when the simulator stops.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromMilliseconds(250);

    private readonly WebApplication app;
    private readonly MessageStore store;
    private readonly RequestLog requests;
    private readonly CallbackLog callbacks;
    private readonly StatusProgress progress;
    private readonly ChangeSignal changes;

    private TwilioSimulatorServer(WebApplication app, TwilioSimulatorOptions options)
    {
        this.app = app;
        Options = options;
        store = app.Services.GetRequiredService<MessageStore>();
        requests = app.Services.GetRequiredService<RequestLog>();
        callbacks = app.Services.GetRequiredService<CallbackLog>();
        progress = app.Services.GetRequiredService<StatusProgress>();
        changes = app.Services.GetRequiredService<ChangeSignal>();
        Faults = app.Services.GetRequiredService<FaultSwitches>();
    }

    /// <summary>What it was started with.</summary>
    public TwilioSimulatorOptions Options { get; }

    /// <summary>The address to use instead of https://api.twilio.com, with a slash at the end.</summary>
    public Uri BaseAddress => new(Addresses.First().TrimEnd('/') + "/");

    /// <summary>The switches that make answers go wrong.</summary>
    public FaultSwitches Faults { get; }

    /// <summary>The requests kept, oldest first; those of the control API are not among them.</summary>
    public IReadOnlyList<RecordedRequest> Requests => requests.Snapshot();

    /// <summary>The messages kept, oldest first.</summary>
    public IReadOnlyList<SimulatedMessage> Messages
    {
        get
        {
            var messages = store.Newest(_ => true, skip: 0, take: int.MaxValue);
            messages.Reverse();
            return messages;
        }
    }

    /// <summary>The callback requests that ended, oldest first.</summary>
    public IReadOnlyList<CallbackAttempt> Callbacks => callbacks.Snapshot();

    internal ICollection<string> Addresses =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    /// <summary>Starts a simulator.</summary>
    /// <param name="options">How it behaves; the defaults when not given.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The simulator, already listening.</returns>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<TwilioSimulatorServer> StartAsync(
        TwilioSimulatorOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new TwilioSimulatorOptions();

        // Empty: nothing of the surrounding process (settings, logging, environment) changes the simulator.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddTwilioSimulator(options);
        var host = builder.Build();
        foreach (var url in options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            host.Urls.Add(url.Trim());
        }

        var server = new TwilioSimulatorServer(host, options);
        host.MapTwilio();
        host.MapControl(server, Guide.Text(options));
        await StartAsync(host, cancellationToken);
        return server;
    }

    /// <summary>Moves messages on, and waits until the receivers of their callbacks have answered.</summary>
    /// <param name="sid">Only this message; all when not given.</param>
    /// <param name="steps">How many status changes each.</param>
    /// <param name="cancellationToken">Gives up waiting; changes already made stay.</param>
    /// <returns>How many status changes there were.</returns>
    public async Task<int> AdvanceAsync(
        string? sid = null,
        int steps = 1,
        CancellationToken cancellationToken = default)
    {
        var moved = 0;
        for (var step = 0; step < steps; step++)
        {
            moved += await StepAllAsync(sid, cancellationToken);
        }

        return moved;
    }

    /// <summary>Puts a message into any status, also one it has passed, and reports that.</summary>
    /// <param name="sid">The message.</param>
    /// <param name="status">Any text; <see cref="MessageStatus"/> has Twilio's.</param>
    /// <param name="errorCode">The error to report with it.</param>
    /// <param name="cancellationToken">Gives up waiting for the receiver; the change stays.</param>
    /// <returns>Whether there is such a message.</returns>
    public async Task<bool> SetStatusAsync(
        string sid,
        string status,
        int? errorCode = null,
        CancellationToken cancellationToken = default)
    {
        if (await progress.SetAsync(sid, status, errorCode, cancellationToken) is not { } step)
        {
            return false;
        }

        await step.Reported.WaitAsync(cancellationToken);
        return true;
    }

    /// <summary>Waits until the simulator is as a test wants it; looks after every message and status change.</summary>
    /// <param name="condition">What has to be true; called often, keep it short.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task WaitUntilAsync(
        Func<TwilioSimulatorServer, bool> condition,
        CancellationToken cancellationToken = default) =>
        changes.WaitAsync(() => condition(this), cancellationToken);

    /// <summary>Forgets requests, messages, callbacks and switches.</summary>
    public void Reset()
    {
        requests.Clear();
        callbacks.Clear();
        store.Clear();
        Faults.Clear();
    }

    /// <summary>Forgets the requests kept.</summary>
    public void ClearRequests() => requests.Clear();

    /// <summary>Stops listening and ends all callbacks.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    internal Task WaitForShutdownAsync(CancellationToken cancellationToken) =>
        app.WaitForShutdownAsync(cancellationToken);

    private static async Task StartAsync(WebApplication host, CancellationToken cancellationToken)
    {
        host.Services.GetRequiredService<CallbackQueue>().Start();
        host.Services.GetRequiredService<ProgressPump>().Start();
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private async Task<int> StepAllAsync(string? sid, CancellationToken cancellationToken)
    {
        var moved = 0;
        List<Task> reports = [];
        IEnumerable<string> sids = sid is null ? Messages.Select(message => message.Sid) : [sid];
        foreach (var each in sids)
        {
            if (await progress.StepAsync(each, cancellationToken) is { } step)
            {
                moved++;
                reports.Add(step.Reported);
            }
        }

        await Task.WhenAll(reports).WaitAsync(cancellationToken);
        return moved;
    }
}
