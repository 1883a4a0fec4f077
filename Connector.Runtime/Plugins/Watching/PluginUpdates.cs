using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Plugins;

/// <summary>What became of drops over builds that serve. Thread-safe.</summary>
internal sealed class PluginUpdates(ILogger logger)
{
    private readonly ConcurrentDictionary<string, Rejection> rejections = new(StringComparer.Ordinal);

    /// <summary>Whether this very reading of the drop has been tried out; its files would give the same.</summary>
    public bool WasTried(PluginUpdate update) =>
        update.Candidate.IsUsable
        && rejections.TryGetValue(update.Id, out var rejection)
        && rejection.Tried == update.Candidate.Reading;

    /// <summary>Records that the earlier build goes on serving, and tells the operator once.</summary>
    /// <param name="update">The drop.</param>
    /// <param name="why">What is wrong with it.</param>
    public void Reject(PluginUpdate update, PluginProblem why)
    {
        var candidate = update.Candidate;
        var problem = ProblemKinds.UpdateRejected.Because(
            $"'{candidate.Path}' ({Describe(candidate)}) is not used ({why.Code}), and {Describe(update.Serving)} goes "
            + $"on serving. {why.Cause}",
            $"{why.Fix} Until then put the earlier files back: after a restart the host would have the new ones only.");
        var tried = candidate.IsUsable ? candidate.Reading : null;
        var last = rejections.GetValueOrDefault(update.Id);
        rejections[update.Id] = new Rejection(problem, tried);
        if (last?.Problem != problem)
        {
            PluginLog.UpdateRejected(logger, update.Id, problem.Code, problem.Cause, problem.Fix);
        }
    }

    /// <summary>Forgets rejections of drops that no longer lie over the build that serves.</summary>
    /// <param name="present">The drops over builds that serve.</param>
    public void Keep(IEnumerable<PluginUpdate> present)
    {
        var ids = present.Select(update => update.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in rejections.Keys.Where(id => !ids.Contains(id)))
        {
            rejections.TryRemove(id, out _);
        }
    }

    public void Forget(string id) => rejections.TryRemove(id, out _);

    public PluginProblem? Find(string id) => rejections.GetValueOrDefault(id)?.Problem;

    private static string Describe(InstalledPlugin plugin) =>
        plugin.Version is null ? "a build without a version" : $"version {plugin.Version}";

    private sealed record Rejection(PluginProblem Problem, object? Tried);
}
