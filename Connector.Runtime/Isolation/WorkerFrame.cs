using System.Text.Json;

namespace Connector.Runtime.Isolation;

/// <summary>One thing that host and worker tell each other.</summary>
/// <param name="Id">The call that it belongs to; 0 for none.</param>
/// <param name="Call">What it is.</param>
/// <param name="Body">What comes with it; <see langword="null"/> for nothing.</param>
internal sealed record WorkerFrame(long Id, WorkerCall Call, JsonElement? Body = null)
{
    public override string ToString() => $"{Call} {Id}";
}
