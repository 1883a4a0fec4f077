namespace Connector.Runtime.Isolation;

/// <summary>A worker failed, or ended before it answered.</summary>
internal sealed class WorkerException(string fault) : Exception(fault)
{
    public const string Ended = "the end of its worker process";

    /// <summary>The type of the exception in the worker, or what became of the worker.</summary>
    public string Fault { get; } = fault;
}
