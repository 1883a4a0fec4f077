namespace Connector.Runtime.Plugins;

/// <summary>The problems found with one plugin, and the state they add up to.</summary>
internal sealed class ProblemList
{
    private readonly List<PluginProblem> errors = [];
    private readonly List<PluginProblem> warnings = [];

    /// <summary>The first error's state: checks run from the most fundamental to the most particular.</summary>
    public PluginState State { get; private set; } = PluginState.Available;

    public bool HasErrors => errors.Count > 0;

    /// <summary>Errors before warnings, each in the order found.</summary>
    public IReadOnlyList<PluginProblem> MostSevereFirst => [.. errors, .. warnings];

    public void Add(ProblemKind kind, string cause, string fix)
    {
        if (kind.State is not { } state)
        {
            warnings.Add(kind.Because(cause, fix));
            return;
        }

        Add(state, kind.Because(cause, fix));
    }

    public void Add(PluginException exception) => Add(exception.State, exception.Problem);

    private void Add(PluginState state, PluginProblem error)
    {
        if (errors.Count == 0)
        {
            State = state;
        }

        errors.Add(error);
    }
}
