namespace Connector.Runtime.Plugins;

/// <summary>What locking did about one plugin.</summary>
/// <param name="Plugin">The plugin; when it was refused, with the reason.</param>
/// <param name="Change">What became of its entry in the lock file.</param>
public sealed record PluginLocking(InstalledPlugin Plugin, PluginLockChange Change);
