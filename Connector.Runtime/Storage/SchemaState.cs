namespace Connector.Runtime.Storage;

/// <summary>How a database's schema compares with the one this program works with.</summary>
internal enum SchemaState
{
    /// <summary>There is none yet; the first host that starts makes it.</summary>
    Missing,

    /// <summary>Of an earlier version; the next host that starts brings it up to date.</summary>
    Older,

    /// <summary>This program's.</summary>
    Current,

    /// <summary>Of a later version, which this program doesn't touch.</summary>
    Newer,
}
