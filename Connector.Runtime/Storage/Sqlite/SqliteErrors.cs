using Microsoft.Data.Sqlite;

namespace Connector.Runtime.Storage;

/// <summary>Says what SQLite's errors mean to an operator.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Whether the database is at fault, and not the statement.</summary>
    public static bool IsOfStorage(SqliteException error) => error.SqliteErrorCode
        is Busy or Locked or ReadOnly or InputOutput or Corrupt or Full or CannotOpen or NotADatabase;

    public static StorageException Explain(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Full => new StorageException(
            "storage_full", "The disk with the database is full.", $"Free space where {path} is.", error)
        {
            IsTransient = true,
        },
        Corrupt or NotADatabase => new StorageException(
            "storage_corrupt",
            $"{path} is damaged, or is no SQLite database.",
            "It was not touched. Restore a backup, or move it away to begin with an empty one.",
            error),
        ReadOnly or CannotOpen => new StorageException(
            "storage_read_only",
            $"{path} can't be opened for writing.",
            "Give the user that runs the host the right to write to the file and its folder.",
            error),
        Busy or Locked => new StorageException(
            "storage_busy", $"Another program keeps {path} locked.", "End that program.", error)
        {
            IsTransient = true,
        },
        InputOutput => new StorageException(
            "storage_failed", "The disk with the database fails.", $"Check the disk that {path} is on.", error)
        {
            IsTransient = true,
        },
        _ => new StorageException(
            "storage_failed", $"SQLite refused (code {error.SqliteErrorCode}).", "See the host's log.", error),
    };
}
