using Connector.Runtime.Plugins;

namespace Connector.Runtime.Connectors;

/// <summary>A build that can take over, with everything that runs on it.</summary>
/// <param name="Builds">The build, once for each place where connectors of it run.</param>
/// <param name="Connectors">Every connector of the plugin, in the place of the one with its name and source.</param>
internal sealed record TriedPlugin(
    IReadOnlyList<LoadedPlugin> Builds, IReadOnlyList<ActivatedConnector> Connectors);
