namespace Connector.Runtime.Plugins;

/// <summary>What became of a plugin's entry in the lock file.</summary>
public enum PluginLockChange
{
    /// <summary>The lock file did not know the plugin.</summary>
    Added,

    /// <summary>The lock file named another build.</summary>
    Updated,

    /// <summary>The lock file named this build already.</summary>
    Unchanged,

    /// <summary>A plugin that can't run is not locked.</summary>
    Refused,
}
