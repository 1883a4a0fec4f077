using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace Connector.Runtime.Tests.Connectors;

/// <summary>A connector whose every ability throws, or never ends.</summary>
internal sealed class AwkwardConnector(Exception? error = null)
    : ISmsConnector, ILocalInbox, ICredentialCheck, IMessagePreview, IAsyncDisposable
{
    private readonly TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource disposing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the first call; fails when none comes.</summary>
    public Task Called => called.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public Task Disposing => disposing.Task;

    public Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default) =>
        FailAsync<SendOutcome>();

    public Task<IReadOnlyList<InboxMessage>> ReadInboxAsync(int limit, CancellationToken cancellationToken) =>
        FailAsync<IReadOnlyList<InboxMessage>>();

    public Task<CredentialCheckResult> CheckCredentialsAsync(CancellationToken cancellationToken) =>
        FailAsync<CredentialCheckResult>();

    public string? Preview(UsageType usageType, SmsPayload payload) => error is null ? null : throw error;

    public async ValueTask DisposeAsync()
    {
        disposing.TrySetResult();
        await FailAsync<object>();
    }

    private Task<T> FailAsync<T>()
    {
        called.TrySetResult();
        return error is null ? new TaskCompletionSource<T>().Task : throw error;
    }
}
