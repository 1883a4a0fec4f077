using System.Security.Cryptography;

namespace Connector.Measurements.Load;

/// <summary>A row about as big as a stored message, waiting for its commit.</summary>
internal sealed class BareRow
{
    // What a message takes: its columns in clear, and number and code sealed.
    private const int Bytes = 300;

    private readonly TaskCompletionSource stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = $"msg_{Guid.CreateVersion7():n}";

    public long DueAt { get; } = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    public byte[] Payload { get; } = RandomNumberGenerator.GetBytes(Bytes);

    public Task Stored => stored.Task;

    public void Complete() => stored.SetResult();
}
