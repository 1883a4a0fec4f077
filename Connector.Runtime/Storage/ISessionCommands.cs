using System.Data.Common;

namespace Connector.Runtime.Storage;

/// <summary>Gives a session its commands, and gets each back when it has run.</summary>
internal interface ISessionCommands
{
    /// <param name="sql">A constant of this project.</param>
    /// <param name="values">Of its parameters, in their order.</param>
    DbCommand Get(string sql, object?[] values);

    ValueTask ReturnAsync(DbCommand command);
}
