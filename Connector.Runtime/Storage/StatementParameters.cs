using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Connector.Runtime.Storage;

/// <summary>
/// Gives statements their values. PostgreSQL counts them, SQLite takes <c>$1</c> for a name, so one text serves both.
/// </summary>
internal static class StatementParameters
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 40).Select(number => $"${number}")];

    public static void Add(DbParameterCollection target, Func<DbParameter> create, object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var parameter = create();
            if (parameter is SqliteParameter)
            {
                parameter.ParameterName = Names[index];
            }

            parameter.Value = values[index] ?? DBNull.Value;
            target.Add(parameter);
        }
    }
}
