namespace Connector.Host.Commands;

/// <summary>How something that <c>doctor</c> looked at is.</summary>
internal enum DoctorStatus
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works, but perhaps not as the operator thinks.</summary>
    Doubtful,

    /// <summary>Keeps something from working.</summary>
    Bad,
}
