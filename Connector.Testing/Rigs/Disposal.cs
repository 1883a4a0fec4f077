namespace Connector.Testing.Rigs;

/// <summary>Disposes as a host does.</summary>
internal static class Disposal
{
    public static async ValueTask DisposeAsync(object connector)
    {
        switch (connector)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }
}
