namespace Connector.Runtime.Storage;

/// <summary>Where messages and everything else that must last are kept: section <c>ConnectorHost:Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The kind of database.</summary>
    /// <value><see cref="StorageProvider.Sqlite"/>.</value>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>How to reach it, in the ADO.NET form of the provider. A secret: it may hold a password.</summary>
    /// <value>
    /// <see langword="null"/>: the file <c>connector.db</c> in the data folder. A relative file name begins at the
    /// content root. Required for <see cref="StorageProvider.Postgres"/>.
    /// </value>
    public string? ConnectionString { get; set; }
}
