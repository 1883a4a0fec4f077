using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Connector.Runtime.Storage;

/// <summary>Prepares each statement once for a connection. Not thread-safe; one statement runs at a time.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : ISessionCommands, IDisposable
{
    private readonly FreshCommands fresh = new(connection, transaction: null);
    private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);

    public int Execute(Statement statement) => Get(statement.Sql, statement.Values).ExecuteNonQuery();

    public void Execute(string sql) => Execute(new Statement(sql));

    public DbCommand Get(string sql, object?[] values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            return prepared[sql] = fresh.Get(sql, values);
        }

        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return command;
    }

    public ValueTask ReturnAsync(DbCommand command) => ValueTask.CompletedTask;

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }
    }
}
