using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Readies what the first message would have to wait for.</summary>
internal sealed class IntakeWarmUp(MessageSealing sealing) : IBackgroundWork
{
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await sealing.WarmUpAsync();
        }
        catch (StorageException)
        {
            // The first message finds out.
        }
    }
}
