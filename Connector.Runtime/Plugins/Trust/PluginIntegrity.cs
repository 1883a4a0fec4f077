namespace Connector.Runtime.Plugins;

/// <summary>Which dropped plugins may run. Each mode refuses what the one before it refuses, and more.</summary>
/// <remarks>
/// Bundled plugins are part of the host and need no lock or signature. Revoked plugins run in no mode.
/// </remarks>
public enum PluginIntegrity
{
    /// <summary>
    /// Using a plugin trusts the build that is there and records it in the lock file. The same version with other bytes
    /// never runs; another version is recorded as an upgrade.
    /// </summary>
    FirstUse,

    /// <summary>Only what the lock file names.</summary>
    Locked,

    /// <summary>Only what the lock file names and a trusted key has signed.</summary>
    Signed,

    /// <summary>Anything, for development.</summary>
    Off,
}
