namespace Connector.Runtime.Connectors;

/// <summary>What kind of answer a <see cref="ConnectorRequestException"/> calls for.</summary>
public enum ConnectorRequestKind
{
    /// <summary>What the request names doesn't exist.</summary>
    NotFound = 0,

    /// <summary>The request says something that can't be.</summary>
    Invalid = 1,

    /// <summary>The request is right, but not in the present state.</summary>
    Conflict = 2,

    /// <summary>Nothing can serve the request now; later it may.</summary>
    Unavailable = 3,

    /// <summary>What the request was made from has been changed meanwhile.</summary>
    Changed = 4,
}
