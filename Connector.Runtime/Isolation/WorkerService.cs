using System.Collections.Concurrent;
using System.Text.Json;

namespace Connector.Runtime.Isolation;

/// <summary>Does in a worker what the host asks for; many calls at a time.</summary>
internal sealed class WorkerService(WorkerChannel channel)
{
    private readonly ConcurrentDictionary<long, CancellationTokenSource> calls = new();
    private readonly WorkerLogger logger = new(channel);
    private volatile HostedConnector? connector;

    /// <summary>Ends when the host says so or hangs up.</summary>
    public async Task RunAsync()
    {
        while (await ReadAsync() is { Call: not WorkerCall.Stop } frame)
        {
            if (frame.Call != WorkerCall.Cancel)
            {
                calls[frame.Id] = new CancellationTokenSource();
                _ = ServeAsync(frame);
            }
            else if (calls.TryGetValue(frame.Id, out var call))
            {
                connector?.Guard.Endings.Post(static source => ((CancellationTokenSource)source!).Cancel(), call);
            }
        }

        if (connector is not null)
        {
            await connector.StopAsync();
        }
    }

    private async Task<WorkerFrame?> ReadAsync()
    {
        try
        {
            return await channel.ReadAsync();
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task ServeAsync(WorkerFrame frame)
    {
        WorkerLogger.CurrentCall = frame.Id;
        var cancellation = calls[frame.Id];
        var answer = await AnswerAsync(frame, cancellation.Token);
        calls.TryRemove(frame.Id, out _);
        try
        {
            await channel.WriteAsync(answer);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The host is gone, and this process ends too.
        }
    }

    private async Task<WorkerFrame> AnswerAsync(WorkerFrame frame, CancellationToken cancellationToken)
    {
        try
        {
            var body = await DoAsync(frame, cancellationToken);
            return new WorkerFrame(frame.Id, WorkerCall.Result, body);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new WorkerFrame(frame.Id, WorkerCall.Canceled);
        }
#pragma warning disable CA1031 // The plugin boundary: whatever went wrong is told to the host.
        catch (Exception error)
#pragma warning restore CA1031
        {
            var fault = JsonSerializer.SerializeToElement(WorkerFaults.From(error), WorkerJson.Default.WorkerFault);
            return new WorkerFrame(frame.Id, WorkerCall.Fault, fault);
        }
    }

    private async Task<JsonElement?> DoAsync(WorkerFrame frame, CancellationToken cancellationToken)
    {
        switch (frame.Call)
        {
            case WorkerCall.Validate:
                var loaded = await LoadAsync(frame);
                var issues = await loaded.Plugin.ValidateAsync(Setup(frame).Config, cancellationToken);
                return JsonSerializer.SerializeToElement([.. issues], WorkerJson.Default.ConfigIssueArray);
            case WorkerCall.Create:
                var created = await LoadAsync(frame);
                await created.CreateAsync(logger, cancellationToken);
                connector = created;
                return JsonSerializer.SerializeToElement(created.Capabilities, WorkerJson.Default.StringArray);
            default:
                return await (connector ?? throw new InvalidOperationException("There is no connector yet."))
                    .CallAsync(frame.Call, frame.Body ?? default, cancellationToken);
        }
    }

    private static WorkerSetup Setup(WorkerFrame frame) =>
        frame.Body?.Deserialize(WorkerJson.Default.WorkerSetup)
        ?? throw new InvalidOperationException("The host sent no setup.");

    private Task<HostedConnector> LoadAsync(WorkerFrame frame) => HostedConnector.LoadAsync(Setup(frame), logger);
}
