using System.Data.Common;

namespace Connector.Runtime.Storage;

/// <summary>A new command for each statement.</summary>
internal sealed class FreshCommands(DbConnection connection, DbTransaction? transaction) : ISessionCommands
{
    public DbCommand Get(string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Every statement is a constant of this project; values go in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        StatementParameters.Add(command.Parameters, command.CreateParameter, values);
        return command;
    }

    public ValueTask ReturnAsync(DbCommand command) => command.DisposeAsync();
}
