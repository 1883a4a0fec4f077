namespace Connector.Runtime.Connectors;

/// <summary>Who changes a stored connector, and in which state it must be for that.</summary>
/// <param name="Author">For the history, such as the id of an API key; <see langword="null"/> when unknown.</param>
/// <param name="Revisions">
/// One of these must be its <see cref="ConnectorInfo.Revision"/>; <see langword="null"/> when any may.
/// </param>
public sealed record ChangeTerms(string? Author, IReadOnlyCollection<long>? Revisions = null)
{
    internal void ThrowIfNotMet(string name, long? current)
    {
        if (Revisions is not null && !Revisions.Contains(current ?? 0))
        {
            throw StoredRequests.Changed(name, current);
        }
    }
}
