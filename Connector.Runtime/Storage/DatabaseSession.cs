using System.Data.Common;

namespace Connector.Runtime.Storage;

/// <summary>
/// Runs statements one after the other on one connection, in the transaction that the database began for it. Only for
/// the time of the work it was given to.
/// </summary>
internal sealed class DatabaseSession(DbConnection connection, DbTransaction? transaction)
{
    /// <returns>How many rows were changed.</returns>
    public async Task<int> ExecuteAsync(string sql, params object?[] values)
    {
        await using var command = CreateCommand(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        await using var command = CreateCommand(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public async Task<T?> FindAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
        where T : class
    {
        var rows = await QueryAsync(sql, read, values);
        return rows.Count == 0 ? null : rows[0];
    }

    /// <returns>The first value of the first row, 0 when there is none.</returns>
    public async Task<long> ReadNumberAsync(string sql, params object?[] values)
    {
        await using var command = CreateCommand(sql, values);
        var value = await command.ExecuteScalarAsync();
        return value is null or DBNull ? 0 : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private DbCommand CreateCommand(string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Every statement is a constant of this project; values go in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        StatementParameters.Add(command.Parameters, command.CreateParameter, values);
        return command;
    }
}
