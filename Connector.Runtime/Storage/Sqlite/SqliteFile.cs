using Microsoft.Data.Sqlite;

namespace Connector.Runtime.Storage;

/// <summary>Where the database file is, and the lock that keeps a second host away from it.</summary>
internal sealed class SqliteFile : IDisposable
{
    private FileStream? held;

    private SqliteFile(string path, string connectionString)
    {
        Path = path;
        ConnectionString = connectionString;
    }

    public string Path { get; }

    public string ConnectionString { get; }

    /// <param name="configured">The configured connection string, if any.</param>
    /// <param name="contentRoot">Where relative paths begin.</param>
    /// <param name="dataPath">The folder of the default file.</param>
    public static SqliteFile From(string? configured, string contentRoot, string dataPath)
    {
        var builder = new SqliteConnectionStringBuilder(configured);
        builder.DataSource = builder.DataSource.Length == 0
            ? System.IO.Path.Combine(dataPath, "connector.db")
            : System.IO.Path.GetFullPath(builder.DataSource, contentRoot);
        return new SqliteFile(builder.DataSource, builder.ConnectionString);
    }

    /// <exception cref="StorageException">Another host has it, or the folder can't be written.</exception>
    public void Lock()
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(error);
        }

        try
        {
            held = new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            CreatePrivate();
        }
        catch (UnauthorizedAccessException error)
        {
            throw Unwritable(error);
        }
        catch (IOException error) when (IsHeldElsewhere(error))
        {
            throw new StorageException(
                "storage_in_use",
                $"Another host works on {Path}.",
                "End it, give this host a DataPath of its own, or let both use PostgreSQL.",
                error);
        }
        catch (IOException error)
        {
            throw Unwritable(error);
        }
    }

    public void Dispose() => held?.Dispose();

    // ERROR_SHARING_VIOLATION of Windows, EWOULDBLOCK of Linux and of macOS. A file system that was mounted read-only
    // after
    // an earlier run has the lock file too, and nobody holds it.
    private static bool IsHeldElsewhere(IOException error) => (error.HResult & 0xFFFF) is 32 or 11 or 35;

    // The file holds the keys of what is sealed in it. SQLite gives its other files the same rights.
    private void CreatePrivate()
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(Path))
        {
            File.Open(Path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        }
    }

    private StorageException Unwritable(Exception error) => new(
        "storage_read_only",
        $"{Path} can't be opened for writing.",
        "Give the user that runs the host the right to write to the file and its folder.",
        error);
}
