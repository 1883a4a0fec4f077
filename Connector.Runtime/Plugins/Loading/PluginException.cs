namespace Connector.Runtime.Plugins;

/// <summary>A plugin could not be loaded, or its code threw or hung.</summary>
public sealed class PluginException : Exception
{
    internal PluginException(PluginState state, PluginProblem problem, Exception? innerException = null)
        : base($"{problem.Code}: {problem.Cause}", innerException)
    {
        State = state;
        Problem = problem;
    }

    /// <summary>The state that the problem puts the plugin into.</summary>
    public PluginState State { get; }

    /// <summary>What is wrong; safe to show to an operator.</summary>
    public PluginProblem Problem { get; }
}
