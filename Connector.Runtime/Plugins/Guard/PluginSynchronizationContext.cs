namespace Connector.Runtime.Plugins;

/// <summary>
/// Brings a plugin's code back to its own threads after each <c>await</c>, and the exceptions of its <c>async void</c>
/// methods to them instead of to the end of the process.
/// </summary>
internal sealed class PluginSynchronizationContext(PluginThreads threads) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => threads.Post(d, state);

    public override SynchronizationContext CreateCopy() => this;
}
