using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Isolation;

/// <summary>
/// A connector in a worker process. What it is asked for while the worker is being started again, it doesn't do.
/// Thread-safe.
/// </summary>
internal sealed class IsolatedConnector(
    WorkerLaunch launch, WorkerSetup setup, ILogger logger, TimeProvider timeProvider)
    : ISmsConnector, IOutcomeLookup, ICredentialCheck, IDeliveryReceiptReader, ILocalInbox, IMessagePreview,
        IUsageReporter, IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource stopping = new();
    private volatile WorkerProcess? worker;
    private Task supervising = Task.CompletedTask;
    private string[] capabilities = [];

    /// <summary>The process it runs in now; <see langword="null"/> while there is none.</summary>
    public int? ProcessId => worker?.ProcessId;

    /// <summary>Whether the connector in the worker can do it.</summary>
    public bool Can(Type capability) => capabilities.Contains(ConnectorCapabilities.NameOf(capability));

    /// <summary>Starts the worker, and again whenever it ends.</summary>
    /// <exception cref="PluginException">The plugin could not create the connector there.</exception>
    /// <exception cref="WorkerException">The worker ended.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        worker = await StartWorkerAsync(cancellationToken);
        supervising = Task.Run(SuperviseAsync, CancellationToken.None);
    }

    public async Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default)
    {
        if (worker is not { Ended.IsCompleted: false } running)
        {
            return new SendOutcome.Refused(RefusalReason.NotAttempted)
            {
                Detail = "The connector's worker process is being started again.",
            };
        }

        var message = new WorkerMessage(usageType, payload) { Phone = phone };
        return await AskForOutcomeAsync(running, WorkerCall.Send, message, cancellationToken);
    }

    public async Task<SendOutcome> LookUpOutcomeAsync(OutcomeQuery query, CancellationToken cancellationToken)
    {
        var message = new WorkerMessage(query.UsageType, query.Payload)
        {
            Phone = query.Phone,
            AttemptedAt = query.AttemptedAt,
        };
        return await AskForOutcomeAsync(Running(), WorkerCall.LookUp, message, cancellationToken);
    }

    public async Task<CredentialCheckResult> CheckCredentialsAsync(CancellationToken cancellationToken)
    {
        var answer = await Running().CallAsync(WorkerCall.CheckCredentials, body: null, cancellationToken);
        return answer?.Deserialize(WorkerJson.Default.CredentialCheckResult) ?? throw NoAnswer();
    }

    public async ValueTask<ReceiptReading> ReadReceiptAsync(ReceiptRequest request, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToElement(request, WorkerJson.Default.ReceiptRequest);
        var answer = await Running().CallAsync(WorkerCall.ReadReceipt, body, cancellationToken);
        return answer?.Deserialize(WorkerJson.Default.WorkerReading)?.ToReading() ?? throw NoAnswer();
    }

    public async Task<IReadOnlyList<InboxMessage>> ReadInboxAsync(int limit, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToElement(limit, WorkerJson.Default.Int32);
        var answer = await Running().CallAsync(WorkerCall.ReadInbox, body, cancellationToken);
        return answer?.Deserialize(WorkerJson.Default.InboxMessageArray) ?? throw NoAnswer();
    }

    /// <summary>Waits for the worker, as the contract has it: on a thread of the plugin's.</summary>
    public string? Preview(UsageType usageType, SmsPayload payload)
    {
        using var limit = new CancellationTokenSource(setup.SendTimeout, timeProvider);
        var body = JsonSerializer.SerializeToElement(
            new WorkerMessage(usageType, payload), WorkerJson.Default.WorkerMessage);
        var answer = Task.Run(() => Running().CallAsync(WorkerCall.Preview, body, limit.Token), limit.Token);
        return answer.GetAwaiter().GetResult()?.Deserialize(WorkerJson.Default.String);
    }

    public async Task<UsageReport?> GetUsageAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToElement(since, WorkerJson.Default.DateTimeOffset);
        var answer = await Running().CallAsync(WorkerCall.ReadUsage, body, cancellationToken);
        return answer?.Deserialize(WorkerJson.Default.UsageReport);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await supervising;
        if (worker is { } last)
        {
            await last.DisposeAsync();
        }

        stopping.Dispose();
    }

    private static async Task<SendOutcome> AskForOutcomeAsync(
        WorkerProcess running, WorkerCall call, WorkerMessage message, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToElement(message, WorkerJson.Default.WorkerMessage);
        var answer = await running.CallAsync(call, body, cancellationToken);
        return answer?.Deserialize(WorkerJson.Default.WorkerOutcome)?.ToOutcome() ?? throw NoAnswer();
    }

    private static WorkerException NoAnswer() => new("null");

    private WorkerProcess Running() => worker ?? throw new WorkerException(WorkerException.Ended);

    private async Task<WorkerProcess> StartWorkerAsync(CancellationToken cancellationToken)
    {
        var started = await launch.StartAsync(Log, cancellationToken);
        try
        {
            var body = JsonSerializer.SerializeToElement(setup, WorkerJson.Default.WorkerSetup);
            var answer = await started.CallAsync(WorkerCall.Create, body, cancellationToken);
            capabilities = answer?.Deserialize(WorkerJson.Default.StringArray) ?? [];
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    private async Task SuperviseAsync()
    {
        var pause = FirstPause;
        while (worker is { } running)
        {
            var startedAt = timeProvider.GetTimestamp();
            await running.Ended.WaitAsync(stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            pause = timeProvider.GetElapsedTime(startedAt) > LongestPause ? FirstPause : pause;
            GuardLog.WorkerEnded(logger, setup.ConnectorName, running.ExitCode, pause);
            worker = null;
            await running.DisposeAsync();
            (worker, pause) = await StartAgainAsync(pause);
        }
    }

    /// <returns>No worker when it is to stop, and how long to wait the next time.</returns>
    private async Task<(WorkerProcess? Worker, TimeSpan Pause)> StartAgainAsync(TimeSpan pause)
    {
        while (true)
        {
            await Task.Delay(pause, timeProvider, stopping.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            if (stopping.IsCancellationRequested)
            {
                return (null, pause);
            }

            if (await TryStartAsync() is { } started)
            {
                GuardLog.WorkerStartedAgain(logger, setup.ConnectorName);
                return (started, pause);
            }
        }
    }

    private async Task<WorkerProcess?> TryStartAsync()
    {
        using var limit = new CancellationTokenSource(setup.ActivationTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping.Token);
        try
        {
            return await StartWorkerAsync(either.Token);
        }
#pragma warning disable CA1031 // Whatever keeps it from starting now, it is tried again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            GuardLog.WorkerNotStarted(logger, setup.ConnectorName, error.GetType().Name);
            return null;
        }
    }

    private void Log(WorkerLogEntry entry) => WorkerLog.Write(logger, entry);
}
