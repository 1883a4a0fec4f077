using System.Collections.Concurrent;

namespace Connector.Runtime.Plugins;

/// <summary>What happened when plugins were to be used, until they are used again. Thread-safe.</summary>
internal sealed class TrustNotes
{
    private readonly ConcurrentDictionary<string, TrustNote> notes = new();

    public void Refused(InstalledPlugin plugin, PluginProblem problem) =>
        notes[plugin.Id!] = new TrustNote(plugin.Hash, problem);

    public void NotRecorded(InstalledPlugin plugin, string lockFile, string why) =>
        notes[plugin.Id!] = new TrustNote(plugin.Hash, ProblemKinds.LockUnwritable.Because(
            $"'{lockFile}' can't be written: {why}.",
            "Let the host's user write it and its folder, name another place in ConnectorHost:Plugins:LockFile, "
            + "or lock the plugins yourself and set ConnectorHost:Plugins:Integrity to Locked."));

    public void Forget(InstalledPlugin plugin) => notes.TryRemove(plugin.Id!, out _);

    public InstalledPlugin ApplyTo(InstalledPlugin plugin)
    {
        if (plugin.Id is null || !notes.TryGetValue(plugin.Id, out var note) || note.Hash != plugin.Hash)
        {
            return plugin;
        }

        return note.Problem.Severity == PluginProblemSeverity.Warning
            ? plugin.With(plugin.State, [.. plugin.Problems, note.Problem])
            : plugin.With(PluginState.Untrusted, [note.Problem, .. plugin.Problems]);
    }

    private sealed record TrustNote(string? Hash, PluginProblem Problem);
}
