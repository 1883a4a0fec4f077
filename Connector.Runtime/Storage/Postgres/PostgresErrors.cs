using System.Net.Sockets;
using Npgsql;

namespace Connector.Runtime.Storage;

/// <summary>Says what PostgreSQL's errors mean to an operator.</summary>
internal static class PostgresErrors
{
    /// <summary>Whether the server or the connection is at fault, and not the statement.</summary>
    public static bool IsOfStorage(Exception error) => error switch
    {
        PostgresException { SqlState: var state } => IsOfServer(state),
        NpgsqlException or IOException or SocketException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };

    public static StorageException Explain(Exception error) => error switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification } => new StorageException(
            "storage_login_refused",
            "PostgreSQL refused the user or password of the connection string.",
            "Correct ConnectorHost:Storage:ConnectionString.",
            error),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => new StorageException(
            "storage_database_missing",
            "The database of the connection string does not exist on the server.",
            "Create it, or correct ConnectorHost:Storage:ConnectionString.",
            error),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => new StorageException(
            "storage_not_allowed",
            "PostgreSQL does not let the user of the connection string do this.",
            "Let the user create and change tables in the database.",
            error),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new StorageException(
            "storage_full", "The disk of the PostgreSQL server is full.", "Free space on the server.", error)
        {
            IsTransient = true,
        },
        PostgresException { SqlState: var state } when !IsOfServer(state) => new StorageException(
            "storage_failed", $"PostgreSQL refused (SQLSTATE {state}).", "See the host's log.", error),
        _ => new StorageException(
            "storage_unreachable",
            "PostgreSQL can't be reached, or broke the connection.",
            "Check that the server runs and that ConnectorHost:Storage:ConnectionString names it.",
            error)
        {
            IsTransient = true,
        },
    };

    // Classes 08 connection, 53 resources, 57 operator intervention, 58 system; XX000 is an internal error.
    private static bool IsOfServer(string state) =>
        state is ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] or ['5', '8', ..] or ['2', '8', ..] or "3D000"
            or "25006" or ['X', 'X', ..];
}
