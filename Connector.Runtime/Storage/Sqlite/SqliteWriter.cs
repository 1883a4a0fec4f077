using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Connector.Runtime.Storage;

/// <summary>
/// The only writer of a SQLite database, on a thread of its own: what comes while it commits goes into the next commit
/// together, so many callers share the wait for the disk.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaxGroup = 1_000;

    private readonly Channel<SqliteWork> queue = Channel.CreateUnbounded<SqliteWork>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly SqliteConnection connection;
    private readonly SqliteStatements statements;
    private readonly string path;
    private readonly Thread thread;

    public SqliteWriter(SqliteConnection connection, string path)
    {
        this.connection = connection;
        this.path = path;
        statements = new SqliteStatements(connection);
        thread = new Thread(Run) { IsBackground = true, Name = "storage writer" };
        thread.Start();
    }

    /// <exception cref="StorageException">The database has been closed.</exception>
    public void Add(SqliteWork work)
    {
        if (!queue.Writer.TryWrite(work))
        {
            work.Fail(Closed());
        }
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.Run(thread.Join);
        statements.Dispose();
        await connection.DisposeAsync();
    }

    private static StorageException Closed() => new(
        "storage_closed", "The database has been closed.", "The host is stopping; ask another one or try again later.")
    {
        IsTransient = true,
    };

    private void Run()
    {
        var group = new List<SqliteWork>(MaxGroup);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < MaxGroup && queue.Reader.TryRead(out var work))
            {
                group.Add(work);
            }

            if (!TryCommit(group) && group.Count > 1)
            {
                // One of them is at fault; alone, each finds out whether it is the one.
                foreach (var work in group)
                {
                    TryCommit([work]);
                }
            }

            group.Clear();
        }
    }

    private bool TryCommit(List<SqliteWork> group)
    {
        try
        {
            statements.Execute("BEGIN IMMEDIATE");
            foreach (var work in group)
            {
                work.Run(statements);
            }

            statements.Execute("COMMIT");
        }
#pragma warning disable CA1031 // Whatever one work throws is its caller's; the writer serves the others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Rollback();
            return Fail(group, error);
        }

        foreach (var work in group)
        {
            work.Complete();
        }

        return true;
    }

    private bool Fail(List<SqliteWork> group, Exception error)
    {
        var explained = error is SqliteException sqlite && SqliteErrors.IsOfStorage(sqlite)
            ? SqliteErrors.Explain(sqlite, path)
            : error;

        // A fault of the database itself is everybody's; any other is looked for one by one.
        if (explained is not StorageException && group.Count > 1)
        {
            return false;
        }

        foreach (var work in group)
        {
            work.Fail(explained);
        }

        return true;
    }

    // SQLite has rolled back by itself after some errors.
    private void Rollback()
    {
        try
        {
            statements.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // There was no transaction any more.
        }
    }
}
