using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Plugins;

/// <summary>
/// A plugin whose entry type has been constructed. Every call into it has a deadline and its own thread.
/// </summary>
internal sealed class LoadedPlugin
{
    private readonly GuardedCall guard;
    private PluginAssembly? assembly;
    private ISmsConnectorPlugin? entry;

    internal LoadedPlugin(
        InstalledPlugin plugin, PluginAssembly assembly, ISmsConnectorPlugin entry, GuardedCall guard)
    {
        Plugin = plugin;
        this.assembly = assembly;
        this.entry = entry;
        this.guard = guard;
    }

    /// <summary>The snapshot that was loaded.</summary>
    public InstalledPlugin Plugin { get; }

    /// <summary>
    /// Counts the connectors made of it that have not been disposed. Closed once another build has taken its place.
    /// </summary>
    public CallGate Connectors { get; } = new();

    /// <summary>Asks the plugin's own validator, when it has one.</summary>
    /// <param name="config">The configuration, checked by the schema or not.</param>
    /// <param name="cancellationToken">Ends the wait; the plugin's code may run on.</param>
    /// <returns>All issues; empty without a validator.</returns>
    /// <exception cref="PluginException">The validator threw or hung.</exception>
    public Task<IReadOnlyList<ConfigIssue>> ValidateAsync(JsonElement config, CancellationToken cancellationToken) =>
        Entry is IConnectorConfigValidator validator
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
            deadline => Entry.CreateAsync(context, deadline).AsTask(),
            context.Config,
            cancellationToken);

    /// <summary>Forgets the plugin's code, so that it can be unloaded; nothing may call it any more.</summary>
    /// <returns>
    /// Tells whether it has been unloaded; <see langword="null"/> when it stays as long as the process.
    /// </returns>
    public WeakReference? Release()
    {
        entry = null;
        var unloading = assembly?.Unload();
        assembly = null;
        return unloading;
    }

    private ISmsConnectorPlugin Entry => entry ?? throw Replaced(Plugin.Id!);

    /// <summary>Who still has the earlier build in hand begins again.</summary>
    internal static PluginException Replaced(string id) => ProblemKinds.Replaced.Thrown(
        $"Another build took the place of the plugin '{id}' a moment ago.", "Try again.");

    private static Task<IReadOnlyList<ConfigIssue>> Validate(IConnectorConfigValidator validator, JsonElement config) =>
        Task.FromResult(validator.Validate(config));
}
