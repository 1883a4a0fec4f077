using System;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;

namespace TestPlugins;

/// <summary>Tells its build with every message, after what the test says has ended.</summary>
internal sealed class ReplaceableConnector(string build, ReplaceableConfig config)
    : ISmsConnector, ICredentialCheck, IDisposable
{
    private bool isDisposed;

    public async Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default)
    {
        if (AppDomain.CurrentDomain.GetData($"hold-{config.Sender}-{build}") is Func<Task> hold)
        {
            await hold();
        }

        return isDisposed ? throw new ObjectDisposedException(build) : new SendOutcome.Accepted(build);
    }

    public Task<CredentialCheckResult> CheckCredentialsAsync(CancellationToken cancellationToken = default) =>
        build.StartsWith("faulty-check")
            ? throw new InvalidOperationException("The check is broken.")
            : Task.FromResult(new CredentialCheckResult(
                build.StartsWith("refused") ? CredentialStatus.Invalid : CredentialStatus.Valid));

    public void Dispose() => isDisposed = true;
}
