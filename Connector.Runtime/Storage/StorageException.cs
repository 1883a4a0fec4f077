namespace Connector.Runtime.Storage;

/// <summary>
/// The database can't be used. The message says the cause and is fit for callers: no secret, no data.
/// </summary>
public sealed class StorageException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="code">Stable, such as <c>storage_full</c>.</param>
    /// <param name="cause">What is wrong, one sentence.</param>
    /// <param name="fix">What an operator does about it.</param>
    /// <param name="innerException">What the database's client reported.</param>
    public StorageException(string code, string cause, string fix, Exception? innerException = null)
        : base(cause, innerException)
    {
        Code = code;
        Fix = fix;
    }

    /// <summary>Stable, such as <c>storage_full</c>.</summary>
    public string Code { get; }

    /// <summary>What an operator does about it.</summary>
    public string Fix { get; }

    /// <summary>Whether the same may succeed later without anybody changing a setting or a file.</summary>
    public bool IsTransient { get; init; }
}
