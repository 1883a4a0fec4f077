namespace Connector.Runtime.Storage;

/// <summary>Statements that are written together.</summary>
internal sealed class SqliteUnit(IReadOnlyList<Statement> unit) : SqliteWork
{
    private readonly TaskCompletionSource<int[]> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int[] changed = new int[unit.Count];

    public Task<int[]> Task => end.Task;

    public override void Run(SqliteStatements statements)
    {
        for (var index = 0; index < unit.Count; index++)
        {
            changed[index] = statements.Execute(unit[index]);
        }
    }

    public override void Complete() => end.TrySetResult(changed);

    public override void Fail(Exception error) => end.TrySetException(error);
}
