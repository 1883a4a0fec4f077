using Connector.Abstractions;

namespace Connectors.Sandbox.Tests.Inbox;

internal sealed class InboxLockTests
{
    private const string Phone = "+34600000001";

    [Test]
    public async Task A_lock_that_another_process_never_gives_back_refuses_the_message()
    {
        using var sandbox = new TestSandbox();
        using var other = HoldAsAnotherProcess(sandbox);

        var send = sandbox.SendAsync(Phone);
        var started = sandbox.Clock.GetUtcNow();
        while (!send.IsCompleted)
        {
            sandbox.Clock.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Yield();
        }

        Assert.That(await send, Is.TypeOf<SendOutcome.Refused>()
            .With.Property("Reason").EqualTo(RefusalReason.ProviderUnavailable));
        Assert.That(sandbox.Clock.GetUtcNow() - started, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(4.9)));
    }

    [Test]
    public async Task A_message_waits_while_another_process_uses_the_inbox()
    {
        using var sandbox = new TestSandbox();
        var other = HoldAsAnotherProcess(sandbox);

        var send = sandbox.SendAsync(Phone);
        var early = File.Exists(sandbox.InboxPath);
        await other.DisposeAsync();
        sandbox.Clock.Advance(TimeSpan.FromMilliseconds(20));

        Assert.That(await send, Is.TypeOf<SendOutcome.Accepted>());
        Assert.That(early, Is.False);
    }

    [Test]
    public void A_message_that_waits_can_be_canceled()
    {
        using var sandbox = new TestSandbox();
        using var other = HoldAsAnotherProcess(sandbox);
        using var cancel = new CancellationTokenSource();
        var send = sandbox.Connector.SendAsync(
            PhoneNumber.Parse(Phone), UsageType.SignIn, TestSandbox.Payload(), cancel.Token);

        cancel.Cancel();

        Assert.That(async () => await send, Throws.InstanceOf<OperationCanceledException>());
    }

    // Shared, so that only an exclusive lock on the other side has to wait.
    private static FileStream HoldAsAnotherProcess(TestSandbox sandbox)
    {
        Directory.CreateDirectory(sandbox.Folder);
        var path = Path.Combine(sandbox.Folder, "inbox.lock");
        return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
    }
}
