namespace Connector.Runtime.Plugins;

/// <summary>One build of a plugin.</summary>
/// <param name="Version">As <see cref="InstalledPlugin.Version"/>.</param>
/// <param name="Hash">As <see cref="InstalledPlugin.Hash"/>.</param>
internal sealed record LockedVersion(string? Version, string Hash);
