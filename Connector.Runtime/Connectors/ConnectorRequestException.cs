using Connector.Abstractions;

namespace Connector.Runtime.Connectors;

/// <summary>
/// A request that can't be served as it stands. Its texts are for the caller: no secret, no phone number.
/// </summary>
public sealed class ConnectorRequestException : Exception
{
    /// <summary>Refuses a request.</summary>
    /// <param name="kind">What kind of answer it calls for.</param>
    /// <param name="code">Stable, such as <c>phone_invalid</c>.</param>
    /// <param name="title">The same for every occurrence of <paramref name="code"/>.</param>
    /// <param name="detail">What is wrong here and how to mend it.</param>
    public ConnectorRequestException(ConnectorRequestKind kind, string code, string title, string detail)
        : base(detail)
    {
        Kind = kind;
        Code = code;
        Title = title;
    }

    /// <summary>What kind of answer it calls for.</summary>
    public ConnectorRequestKind Kind { get; }

    /// <summary>Stable, such as <c>phone_invalid</c>.</summary>
    public string Code { get; }

    /// <summary>The same for every occurrence of <see cref="Code"/>.</summary>
    public string Title { get; }

    /// <summary>Whether the same request may succeed a moment later.</summary>
    /// <value><see langword="false"/>; not asked for what is unavailable, which always may.</value>
    public bool IsTransient { get; init; }

    /// <summary>The places in the request that are wrong, all at once; empty when the whole request is.</summary>
    public IReadOnlyList<ConfigIssue> Issues { get; init; } = [];

    /// <summary>
    /// What <see cref="ConnectorInfo.Revision"/> really is, when the request expected another one.
    /// </summary>
    public long? CurrentRevision { get; init; }
}
