using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Runtime.Delivery;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Connectors;

/// <summary>The configured connectors. Thread-safe.</summary>
public sealed class ConnectorRegistry
{
    private readonly ConnectorTable table;
    private readonly ConnectorCalls calls;
    private readonly HealthTable health;
    private readonly ILogger<ConnectorRegistry> logger;

    internal ConnectorRegistry(
        ConnectorTable table, ConnectorCalls calls, HealthTable health, ILogger<ConnectorRegistry> logger)
    {
        this.table = table;
        this.calls = calls;
        this.health = health;
        this.logger = logger;
    }

    /// <summary>Every configured connector by name, running or not.</summary>
    public IReadOnlyList<ConnectorInfo> All => [.. table.Current.Infos.Select(WithHealth)];

    /// <summary>Finds a connector by name, without regard to case as all settings.</summary>
    /// <param name="name">The name in the configuration.</param>
    /// <returns>A snapshot, or <see langword="null"/> when there is none.</returns>
    public ConnectorInfo? Find(string name) =>
        table.Current.Find(name) is { } found ? WithHealth(found.Info) : null;

    /// <summary>Reads the local inbox of a connector.</summary>
    /// <param name="name">The name in the configuration.</param>
    /// <param name="limit">The most messages to return; at least 1.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>The newest first; <see langword="null"/> when the connector has no inbox.</returns>
    /// <exception cref="ConnectorRequestException">
    /// No such connector, it doesn't run, its inbox failed or took longer than a send may, or
    /// <paramref name="limit"/> is less than 1.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<IReadOnlyList<InboxMessage>?> ReadInboxAsync(
        string name, int limit, CancellationToken cancellationToken)
    {
        var connector = table.Get(name);
        if (limit < 1)
        {
            throw LimitInvalid();
        }

        if (connector.Find<ILocalInbox>() is not { } inbox)
        {
            return null;
        }

        var result = await calls.RunAsync(connector, token => inbox.ReadInboxAsync(limit, token), cancellationToken);
        return result.Value ?? throw InboxFailed(connector, result.End, result.Fault);
    }

    /// <summary>Asks the provider whether it accepts a connector's credentials.</summary>
    /// <param name="name">The name in the configuration.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>
    /// The answer; <see langword="null"/> when the connector can't ask. A check that fails, or takes longer than a send
    /// may, is <see cref="CredentialStatus.Undetermined"/>.
    /// </returns>
    /// <exception cref="ConnectorRequestException">No such connector, or it doesn't run.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<CredentialCheckResult?> CheckCredentialsAsync(string name, CancellationToken cancellationToken)
    {
        var connector = table.Get(name);
        if (connector.Find<ICredentialCheck>() is not { } check)
        {
            return null;
        }

        var result = await calls.RunAsync(connector, check.CheckCredentialsAsync, cancellationToken);
        return result.Value ?? new CredentialCheckResult(
            CredentialStatus.Undetermined, Why("check the credentials", connector, result.End, result.Fault));
    }

    private ConnectorInfo WithHealth(ConnectorInfo connector) => connector.State == ConnectorState.Running
        ? connector with { Health = health.Of(connector.Name).Report() }
        : connector;

    private static ConnectorRequestException LimitInvalid() =>
        new(ConnectorRequestKind.Invalid, "limit_invalid", "The limit is invalid", "There is nothing to show.")
        {
            Issues = [new ConfigIssue("/limit", "limit must be at least 1.")],
        };

    private ConnectorRequestException InboxFailed(RunningConnector connector, CallEnd end, string? fault) =>
        new(ConnectorRequestKind.Unavailable, "inbox_failed", "The inbox can't be read",
            Why("read its inbox", connector, end, fault));

    private string Why(string purpose, RunningConnector connector, CallEnd end, string? fault) =>
        CallFailures.Tell(logger, connector, purpose, end, fault);
}
