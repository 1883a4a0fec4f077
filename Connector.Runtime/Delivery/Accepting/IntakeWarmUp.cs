using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Gets the keys before the first message: reading them blocks, and a burst of first messages must not wait for each
/// other.
/// </summary>
internal sealed class IntakeWarmUp(MessageSealing sealing)
{
    /// <summary>Never throws: what fails here fails again with the first message, and tells its caller.</summary>
    public async Task RunAsync()
    {
        try
        {
            await Task.Run(sealing.WarmUpAsync);
        }
        catch (StorageException)
        {
            // As above.
        }
    }
}
