using Microsoft.Data.Sqlite;

namespace Connector.Runtime.Storage;

/// <summary>Prepares each statement once for a connection. Not thread-safe.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public int Execute(Statement statement)
    {
        var command = Get(statement);
        for (var index = 0; index < statement.Values.Length; index++)
        {
            command.Parameters[index].Value = statement.Values[index] ?? DBNull.Value;
        }

        return command.ExecuteNonQuery();
    }

    public void Execute(string sql) => Execute(new Statement(sql));

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Get(Statement statement)
    {
        if (prepared.TryGetValue(statement.Sql, out var known))
        {
            return known;
        }

        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this project; values go in as parameters.
        command.CommandText = statement.Sql;
#pragma warning restore CA2100
        StatementParameters.Add(command.Parameters, command.CreateParameter, statement.Values);
        prepared[statement.Sql] = command;
        return command;
    }
}
