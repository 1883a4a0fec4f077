using Connector.Testing.Probe;

namespace Connector.Testing.Checks;

/// <summary>What shows only in a process of its own.</summary>
internal static class ProbeRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("foreground-threads", "After disposal nothing keeps the host's process alive.", ThreadsAsync),
        new("unload", "After disposal the plugin can be unloaded, so that a new version can replace it.", UnloadAsync),
    ];

    private static async Task ThreadsAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        var run = await ProbeRun.StartAsync(subject, cancellationToken);
        if (run.IsUnloaded is null)
        {
            findings.Add($"The connector failed in a process of its own: {run.Error}");
        }
        else if (!run.HasEnded)
        {
            findings.Add(
                "A process that had used and disposed the connector did not end. Set IsBackground on every thread, "
                + "and end them when disposed.");
        }
    }

    private static async Task UnloadAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        var run = await ProbeRun.StartAsync(subject, cancellationToken);
        if (run.IsUnloaded is null)
        {
            findings.Add($"The connector failed in a process of its own: {run.Error}");
        }
        else if (run.IsUnloaded == false)
        {
            findings.Add(
                "Something kept the plugin loaded after disposal: a thread, timer or static event of its own, or a "
                + "library that remembers its types. Dispose timers and registrations; read JSON with a "
                + "JsonSerializerContext.");
        }
    }
}
