namespace Connector.Runtime.Plugins;

/// <summary>Something in a plugin folder that is meant to be a plugin.</summary>
/// <param name="Path">What the operator sees: a folder, a DLL or a zip.</param>
/// <param name="Read">Reads its files. Throws <see cref="PluginException"/> or an I/O exception.</param>
/// <param name="MainPath">The plugin's DLL, when the drop says which.</param>
internal sealed record PluginDrop(string Path, Func<PluginSnapshot> Read, string? MainPath = null);
