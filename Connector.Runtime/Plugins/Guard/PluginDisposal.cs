namespace Connector.Runtime.Plugins;

/// <summary>Disposes what a plugin made, in whatever way it can be.</summary>
internal static class PluginDisposal
{
    /// <returns>What it was, for calls that must give something.</returns>
    public static async Task<object?> DisposeAsync(object? made)
    {
        switch (made)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }

        return made;
    }
}
