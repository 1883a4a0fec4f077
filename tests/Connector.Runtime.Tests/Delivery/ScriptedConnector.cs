using Connector.Abstractions;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>A connector that does what the test says, and remembers what it got.</summary>
internal sealed class ScriptedConnector(Func<CancellationToken, Task<SendOutcome>> send)
    : ISmsConnector, IAsyncDisposable
{
    private readonly TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the first call; fails when none comes.</summary>
    public Task Called => called.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public (PhoneNumber Phone, UsageType UsageType, SmsPayload Payload)? Received { get; private set; }

    /// <summary>Runs when it is disposed, after <see cref="Disposed"/> has ended.</summary>
    public Action? Disposing { get; init; }

    public bool IsDisposed => disposed.Task.IsCompleted;

    /// <summary>Ends when it is disposed; fails when it is not.</summary>
    public Task Disposed => disposed.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public static ScriptedConnector Answering(SendOutcome outcome) => new(_ => Task.FromResult(outcome));

    public Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default)
    {
        Received = (phone, usageType, payload);
        called.TrySetResult();
        return send(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        disposed.TrySetResult();
        Disposing?.Invoke();
        return ValueTask.CompletedTask;
    }
}
