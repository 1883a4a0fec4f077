using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Isolation;

namespace Connector.Runtime.Plugins;

/// <summary>
/// A plugin whose entry type has been constructed. Every call into it has a deadline and runs on the plugin's threads.
/// </summary>
internal sealed class LoadedPlugin
{
    // Nobody reads more, and a faulty list may have no end.
    private const int MaxIssues = 1_000;

    private readonly ISmsConnectorPlugin entry;
    private readonly GuardedCall calls;

    internal LoadedPlugin(InstalledPlugin plugin, ISmsConnectorPlugin entry, PluginGuard guard, GuardedCall calls)
    {
        Plugin = plugin;
        Guard = guard;
        this.entry = entry;
        this.calls = calls;
    }

    /// <summary>The snapshot that was loaded.</summary>
    public InstalledPlugin Plugin { get; }

    /// <summary>What this build may do to the host, and has done.</summary>
    public PluginGuard Guard { get; }

    /// <summary>Asks the plugin's own validator, when it has one.</summary>
    /// <param name="config">The configuration, checked by the schema or not.</param>
    /// <param name="cancellationToken">Ends the wait; the plugin's code may run on.</param>
    /// <returns>All issues; empty without a validator.</returns>
    /// <exception cref="PluginException">The validator threw or hung.</exception>
    public Task<IReadOnlyList<ConfigIssue>> ValidateAsync(JsonElement config, CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task<IReadOnlyList<ConfigIssue>>>? validate = entry switch
        {
            IsolatedPlugin isolated => deadline => isolated.ValidateAsync(config, deadline),
            IConnectorConfigValidator validator => _ => Validate(validator, config),
            _ => null,
        };
        return validate is null
            ? Task.FromResult<IReadOnlyList<ConfigIssue>>([])
            : calls.RunAsync("validate a configuration", validate, config, cancellationToken);
    }

    /// <summary>Creates a connector, which the caller disposes.</summary>
    /// <param name="context">The configuration and services.</param>
    /// <param name="cancellationToken">Ends the wait; the plugin's code may run on.</param>
    /// <returns>The connector.</returns>
    /// <exception cref="PluginException">The plugin threw, hung or returned nothing.</exception>
    public Task<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken) =>
        calls.RunAsync(
            "create a connector",
            deadline => entry.CreateAsync(context, deadline).AsTask(),
            context.Config,
            cancellationToken);

    // The list is the plugin's code too, so it is read here, on the plugin's thread.
    private static Task<IReadOnlyList<ConfigIssue>> Validate(IConnectorConfigValidator validator, JsonElement config) =>
        Task.FromResult<IReadOnlyList<ConfigIssue>>([.. validator.Validate(config).Take(MaxIssues)]);
}
