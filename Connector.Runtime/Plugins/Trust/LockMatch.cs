namespace Connector.Runtime.Plugins;

/// <summary>How an installed plugin compares with what the lock file says about its id.</summary>
internal enum LockMatch
{
    /// <summary>It is the build that the lock file names.</summary>
    Locked,

    /// <summary>It is a build that the lock file named before.</summary>
    Earlier,

    /// <summary>It is of a version that the lock file has never named.</summary>
    Other,

    /// <summary>It is of a version that the lock file knows, but of other bytes.</summary>
    Modified,
}
