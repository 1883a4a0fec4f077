namespace Connector.Host.WebConsole;

/// <summary>An open page that wants to know when its session ends.</summary>
internal sealed class ConsoleSessionWatch(
    string session, string? key, Action whenEnded, Action<ConsoleSessionWatch> leave)
    : IDisposable
{
    public string Session { get; } = session;

    /// <summary>The id of the key that the session began with.</summary>
    public string? Key { get; } = key;

    public void Ended() => whenEnded();

    public void Dispose() => leave(this);
}
