namespace Connector.Runtime.Plugins;

/// <summary>A kind of problem: its stable code and the state it puts a plugin into.</summary>
/// <param name="code">Documented in <c>docs/plugin-problems.md</c>.</param>
/// <param name="state"><see langword="null"/> for a warning, which leaves the plugin serving.</param>
internal sealed class ProblemKind(string code, PluginState? state)
{
    public string Code { get; } = code;

    public PluginState? State { get; } = state;

    public PluginProblem Because(string cause, string fix) =>
        new(Code, State is null ? PluginProblemSeverity.Warning : PluginProblemSeverity.Error, cause, fix);

    public PluginException Thrown(string cause, string fix, Exception? innerException = null) =>
        new(State ?? PluginState.Faulted, Because(cause, fix), innerException);
}
