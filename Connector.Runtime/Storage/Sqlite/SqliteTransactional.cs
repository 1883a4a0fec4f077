namespace Connector.Runtime.Storage;

/// <summary>Reads and writes that belong together.</summary>
internal sealed class SqliteTransactional<T>(Func<DatabaseSession, Task<T>> work) : SqliteWork
{
    private readonly TaskCompletionSource<T> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Task => end.Task;

    public override void Run(SqliteStatements statements)
    {
        var running = work(new DatabaseSession(statements));
        if (!running.IsCompleted)
        {
            throw new InvalidOperationException("Work in a transaction may wait for nothing but its session.");
        }

        result = running.GetAwaiter().GetResult();
    }

    public override void Complete() => end.TrySetResult(result!);

    public override void Fail(Exception error) => end.TrySetException(error);
}
