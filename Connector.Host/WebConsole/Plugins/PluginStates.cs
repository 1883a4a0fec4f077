using Connector.Runtime.Plugins;

namespace Connector.Host.WebConsole;

/// <summary>How the state of a plugin looks.</summary>
internal static class PluginStates
{
    /// <summary>A class of the style sheet.</summary>
    public static string Look(PluginState state) => state switch
    {
        PluginState.Active => "good",
        PluginState.Available or PluginState.Disabled => "",
        PluginState.Degraded or PluginState.RestartRequired => "warn",
        _ => "bad",
    };
}
