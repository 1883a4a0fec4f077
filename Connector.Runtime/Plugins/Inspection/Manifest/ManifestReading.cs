namespace Connector.Runtime.Plugins;

/// <summary>What reading a manifest gave.</summary>
/// <param name="Manifest">Only when there is no fault.</param>
/// <param name="Id">Whenever it is usable.</param>
/// <param name="Faults">All of them, each beginning with its JSON pointer.</param>
internal sealed record ManifestReading(PluginManifest? Manifest, string? Id, IReadOnlyList<string> Faults);
