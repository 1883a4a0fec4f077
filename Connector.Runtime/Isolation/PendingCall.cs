using System.Text.Json;

namespace Connector.Runtime.Isolation;

/// <summary>A call that a worker has not answered yet.</summary>
internal sealed class PendingCall
{
    private readonly TaskCompletionSource<JsonElement?> answer =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    // What the connector logs meanwhile belongs to whoever called it.
    private readonly ExecutionContext? flow = ExecutionContext.Capture();

    public Task<JsonElement?> Answer => answer.Task;

    public void Complete(JsonElement? body) => answer.TrySetResult(body);

    public void Fail(Exception error)
    {
        answer.TrySetException(error);

        // Nobody may be waiting any more.
        _ = answer.Task.Exception;
    }

    /// <returns>Whether it had no answer yet.</returns>
    public bool Cancel(CancellationToken cancellationToken) => answer.TrySetCanceled(cancellationToken);

    public void RunInFlow(Action code)
    {
        if (flow is null)
        {
            code();
        }
        else
        {
            ExecutionContext.Run(flow, static code => ((Action)code!)(), code);
        }
    }
}
