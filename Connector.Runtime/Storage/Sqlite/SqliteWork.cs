namespace Connector.Runtime.Storage;

/// <summary>Something for the one writer of a SQLite database to do inside its transaction.</summary>
internal abstract class SqliteWork
{
    /// <summary>Runs inside the open transaction. What it throws is for this work alone.</summary>
    public abstract void Run(SqliteStatements statements);

    /// <summary>The transaction is on disk.</summary>
    public abstract void Complete();

    /// <summary>Nothing was changed.</summary>
    public abstract void Fail(Exception error);
}
