namespace Connector.Runtime.Plugins;

/// <summary>Whether a plugin can be used in spite of a problem.</summary>
public enum PluginProblemSeverity
{
    /// <summary>The plugin cannot be used.</summary>
    Error,

    /// <summary>The plugin serves; something about it is weaker than its author or the operator may think.</summary>
    Warning,
}
