namespace Connector.Runtime.Storage;

/// <summary>Which database keeps the messages.</summary>
public enum StorageProvider
{
    /// <summary>A file of this host alone; nothing to install.</summary>
    Sqlite = 0,

    /// <summary>A PostgreSQL server that several hosts may share.</summary>
    Postgres = 1,
}
