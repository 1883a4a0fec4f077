namespace Connector.Runtime;

/// <summary>What the engine does beside serving requests, from the time the database is open.</summary>
internal interface IBackgroundWork
{
    /// <summary>Works until told to stop. Survives a database that can't be reached for a while.</summary>
    /// <param name="stopping">Fires when the application stops; what is under way is brought to its end.</param>
    Task RunAsync(CancellationToken stopping);
}
