using Connector.Runtime.Plugins;

namespace Connector.Runtime.Isolation;

/// <summary>Brings what went wrong from the worker to the host.</summary>
internal static class WorkerFaults
{
    public static WorkerFault From(Exception error) => error is PluginException plugin
        ? new WorkerFault(nameof(PluginException)) { State = plugin.State, Problem = plugin.Problem }
        : new WorkerFault(error.GetType().Name);

    public static Exception ToException(WorkerFault? fault) => fault switch
    {
        { Problem: { } problem } => new PluginException(fault.State, problem),
        { } => new WorkerException(fault.Type),
        null => new WorkerException(nameof(OperationCanceledException)),
    };
}
