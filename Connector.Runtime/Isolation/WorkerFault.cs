using Connector.Runtime.Plugins;

namespace Connector.Runtime.Isolation;

/// <summary>What went wrong in a worker.</summary>
/// <param name="Type">The exception's type.</param>
internal sealed record WorkerFault(string Type)
{
    /// <summary>The state that it puts the plugin into, when it has words for an operator.</summary>
    public PluginState State { get; init; }

    /// <summary>Those words.</summary>
    public PluginProblem? Problem { get; init; }
}
