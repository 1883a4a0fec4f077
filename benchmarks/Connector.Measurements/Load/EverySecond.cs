namespace Connector.Measurements.Load;

/// <summary>Does something each second until it is disposed.</summary>
internal sealed class EverySecond : IAsyncDisposable
{
    private readonly ITimer timer;

    public EverySecond(Action tick)
    {
        var second = TimeSpan.FromSeconds(1);
        timer = TimeProvider.System.CreateTimer(_ => tick(), state: null, second, second);
    }

    public ValueTask DisposeAsync() => timer.DisposeAsync();
}
