using System.Data.Common;

namespace Connector.Runtime.Storage;

/// <summary>
/// Runs statements one after the other on one connection, in the transaction that the database began for it. Only for
/// the time of the work it was given to.
/// </summary>
internal sealed class DatabaseSession(ISessionCommands commands)
{
    /// <summary>For a connection whose driver keeps statements prepared by itself, or that is read from once.</summary>
    public DatabaseSession(DbConnection connection, DbTransaction? transaction = null)
        : this(new FreshCommands(connection, transaction))
    {
    }

    /// <returns>How many rows were changed.</returns>
    public async Task<int> ExecuteAsync(string sql, params object?[] values)
    {
        var command = commands.Get(sql, values);
        try
        {
            return await command.ExecuteNonQueryAsync();
        }
        finally
        {
            await commands.ReturnAsync(command);
        }
    }

    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params object?[] values)
    {
        var command = commands.Get(sql, values);
        try
        {
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<T>();
            while (await reader.ReadAsync())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        finally
        {
            await commands.ReturnAsync(command);
        }
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
        var numbers = await QueryAsync(sql, ReadNumber, values);
        return numbers.Count == 0 ? 0 : numbers[0];
    }

    private static long ReadNumber(DbDataReader reader) => reader.IsDBNull(0)
        ? 0
        : Convert.ToInt64(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture);
}
