using System.Text.Json;
using Connector.Abstractions;

namespace Connector.Runtime.Plugins;

/// <summary>
/// A plugin whose entry type has been constructed. Every call into it has a deadline and its own thread.
/// </summary>
internal sealed class LoadedPlugin
{
    private readonly ISmsConnectorPlugin entry;
    private readonly GuardedCall guard;

    internal LoadedPlugin(InstalledPlugin plugin, ISmsConnectorPlugin entry, GuardedCall guard)
    {
        Plugin = plugin;
        this.entry = entry;
        this.guard = guard;
    }

    /// <summary>The snapshot that was loaded.</summary>
    public InstalledPlugin Plugin { get; }

    /// <summary>Asks the plugin's own validator, when it has one.</summary>
    /// <param name="config">The configuration, checked by the schema or not.</param>
    /// <param name="cancellationToken">Ends the wait; the plugin's code may run on.</param>
    /// <returns>All issues; empty without a validator.</returns>
    /// <exception cref="PluginException">The validator threw or hung.</exception>
    public Task<IReadOnlyList<ConfigIssue>> ValidateAsync(JsonElement config, CancellationToken cancellationToken) =>
        entry is IConnectorConfigValidator validator
            ? guard.RunAsync(
                "validate a configuration", _ => Validate(validator, config), config, cancellationToken)
            : Task.FromResult<IReadOnlyList<ConfigIssue>>([]);

    /// <summary>Creates a connector, which the caller disposes.</summary>
    /// <param name="context">The configuration and services.</param>
    /// <param name="cancellationToken">Ends the wait; the plugin's code may run on.</param>
    /// <returns>The connector.</returns>
    /// <exception cref="PluginException">The plugin threw, hung or returned nothing.</exception>
    public Task<ISmsConnector> CreateAsync(ConnectorContext context, CancellationToken cancellationToken) =>
        guard.RunAsync(
            "create a connector",
            deadline => entry.CreateAsync(context, deadline).AsTask(),
            context.Config,
            cancellationToken);

    private static Task<IReadOnlyList<ConfigIssue>> Validate(IConnectorConfigValidator validator, JsonElement config) =>
        Task.FromResult(validator.Validate(config));
}
