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

    /// <summary>Lets a change that concerns any connector follow every other.</summary>
    /// <returns>Ends the change when disposed.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<IDisposable> HoldAllAsync(CancellationToken cancellationToken)
    {
        var held = 0;
        try
        {
            // Always in this order, and nobody who holds one waits for another.
            for (; held < gates.Length; held++)
            {
                await gates[held].WaitAsync(cancellationToken);
            }

            return new Hold(gates);
        }
        catch
        {
            Array.ForEach(gates[..held], gate => gate.Release());
            throw;
        }
    }

    private sealed class Hold(params SemaphoreSlim[] gates) : IDisposable
    {
        public void Dispose() => Array.ForEach(gates, gate => gate.Release());
    }
}
