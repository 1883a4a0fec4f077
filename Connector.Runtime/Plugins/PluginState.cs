namespace Connector.Runtime.Plugins;

/// <summary>What an installed plugin can do right now.</summary>
public enum PluginState
{
    /// <summary>Checked and ready; no configuration uses it yet, so none of its code has run.</summary>
    Available,

    /// <summary>Only connectors that are switched off use it.</summary>
    Disabled,

    /// <summary>Its bytes are not the ones that the host was told to trust.</summary>
    Untrusted,

    /// <summary>The drop itself is unusable: damaged, not a connector, or in conflict with another.</summary>
    Rejected,

    /// <summary>
    /// A sound plugin for another contract, framework, processor or set of libraries than this host has.
    /// </summary>
    Incompatible,

    /// <summary>It passed inspection, but the runtime could not load it.</summary>
    LoadFailed,

    /// <summary>At least one connector runs on it, and none has failed.</summary>
    Active,

    /// <summary>Some of its connectors run and some have failed.</summary>
    Degraded,

    /// <summary>Its code threw or hung.</summary>
    Faulted,

    /// <summary>The host stopped calling it after repeated faults.</summary>
    Quarantined,

    /// <summary>
    /// The drop changed after its code was loaded, and the host was told not to follow: it keeps the loaded version
    /// until it restarts.
    /// </summary>
    RestartRequired,
}
