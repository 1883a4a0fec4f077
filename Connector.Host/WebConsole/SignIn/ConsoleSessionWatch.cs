namespace Connector.Host.WebConsole;

/// <summary>An open page that wants to know when its session ends.</summary>
internal sealed class ConsoleSessionWatch(string session, Action whenEnded, Action<ConsoleSessionWatch> leave)
    : IDisposable
{
    public string Session { get; } = session;

    public void Ended() => whenEnded();

    public void Dispose() => leave(this);
}
