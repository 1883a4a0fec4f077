using System.Text.Json;
using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Isolation;

namespace Connector.Runtime.Plugins;

/// <summary>
/// A build of a plugin whose entry type has been constructed, here or in worker processes. Every call into it has a
/// deadline and runs on the plugin's threads.
/// </summary>
internal sealed class LoadedPlugin
{
    // Nobody reads more, and a faulty list may have no end.
    private const int MaxIssues = 1_000;

    private readonly GuardedCall calls;
    private PluginAssembly? assembly;
    private ISmsConnectorPlugin? entry;

    internal LoadedPlugin(
        InstalledPlugin plugin, PluginAssembly? assembly, ISmsConnectorPlugin entry, GuardedCall calls)
    {
        Plugin = plugin;
        this.assembly = assembly;
        this.entry = entry;
        this.calls = calls;
    }

    /// <summary>The snapshot that was loaded.</summary>
    public InstalledPlugin Plugin { get; }

    /// <summary>Where its code runs.</summary>
    public ConnectorIsolation Isolation { get; init; }

    /// <summary>What this build may do to the host, and has done.</summary>
    public PluginGuard Guard => calls.Guard;

    /// <summary>
    /// Counts the connectors made of it that have not been disposed. Closed once another build has taken its place.
    /// </summary>
    public CallGate Connectors { get; private init; } = new();

    /// <summary>
    /// Makes calls for one connector alone, where connectors share no process and so no faults;
    /// <see langword="null"/> where they do.
    /// </summary>
    public Func<GuardedCall>? CallsOfOne { get; init; }

    /// <summary>
    /// This build as one of its connectors meets it: with a guard of its own where they share no faults.
    /// </summary>
    public LoadedPlugin ForOne() => CallsOfOne is null
        ? this
        : new(Plugin, assembly, Entry, CallsOfOne()) { Isolation = Isolation, Connectors = Connectors };

    /// <summary>Asks the plugin's own validator, when it has one.</summary>
    /// <param name="config">The configuration, checked by the schema or not.</param>
    /// <param name="cancellationToken">Ends the wait; the plugin's code may run on.</param>
    /// <returns>All issues; empty without a validator.</returns>
    /// <exception cref="PluginException">The validator threw or hung.</exception>
    public Task<IReadOnlyList<ConfigIssue>> ValidateAsync(JsonElement config, CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task<IReadOnlyList<ConfigIssue>>>? validate = Entry switch
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
        if (Isolation == ConnectorIsolation.Process)
        {
            // It ended with its connectors' workers.
            return new WeakReference(target: null);
        }

        var unloading = assembly?.Unload();
        assembly = null;
        return unloading;
    }

    private ISmsConnectorPlugin Entry => entry ?? throw Replaced(Plugin.Id!);

    /// <summary>Who still has the earlier build in hand begins again.</summary>
    internal static PluginException Replaced(string id) => ProblemKinds.Replaced.Thrown(
        $"Another build took the place of the plugin '{id}' a moment ago.", "Try again.");

    // The list is the plugin's code too, so it is read here, on the plugin's thread.
    private static Task<IReadOnlyList<ConfigIssue>> Validate(IConnectorConfigValidator validator, JsonElement config) =>
        Task.FromResult<IReadOnlyList<ConfigIssue>>([.. validator.Validate(config).Take(MaxIssues)]);
}
