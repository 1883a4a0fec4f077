namespace Connector.Runtime.Connectors;

/// <summary>Lets one change of a connector follow the other, while those of most others go on. Thread-safe.</summary>
internal sealed class NameLocks
{
    // A fixed number, whatever names are asked for; two connectors that share one only wait for each other.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <returns>Ends the change when disposed.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<IDisposable> HoldAsync(string name, CancellationToken cancellationToken)
    {
        var hash = (uint)StringComparer.OrdinalIgnoreCase.GetHashCode(name);
        var gate = gates[hash % (uint)gates.Length];
        await gate.WaitAsync(cancellationToken);
        return new Hold(gate);
    }

    private sealed class Hold(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
