using System;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;
using Connector.Abstractions.Capabilities;

namespace TestPlugins;

/// <summary>
/// The same failed result for everybody who asks, though it may be taken once: what a wrongly pooled ValueTask gives.
/// </summary>
internal sealed class OnceOnly : IValueTaskSource<ReceiptReading>
{
    private ManualResetValueTaskSourceCore<ReceiptReading> core;

    public OnceOnly() => core.SetException(new InvalidOperationException("failed"));

    public ValueTask<ReceiptReading> Reading => new(this, 0);

    public Task Task => Reading.AsTask();

    public ReceiptReading GetResult(short token)
    {
        core.Reset();
        throw new InvalidOperationException("failed");
    }

    public ValueTaskSourceStatus GetStatus(short token) => core.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        core.OnCompleted(continuation, state, token, flags);
}
