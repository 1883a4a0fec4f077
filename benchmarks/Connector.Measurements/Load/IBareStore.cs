namespace Connector.Measurements.Load;

/// <summary>The least that storing a message durably costs: rows of a message's size, in shared commits.</summary>
internal interface IBareStore : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Ends when the row is on disk.</summary>
    Task InsertAsync();
}
