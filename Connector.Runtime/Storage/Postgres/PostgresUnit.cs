namespace Connector.Runtime.Storage;

/// <summary>Statements that are written together, waiting for their commit.</summary>
internal sealed class PostgresUnit(IReadOnlyList<Statement> statements)
{
    private readonly TaskCompletionSource<int[]> end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Statement> Statements => statements;

    public Task<int[]> Task => end.Task;

    public void Complete(int[] changed) => end.TrySetResult(changed);

    public void Fail(Exception error) => end.TrySetException(error);
}
