using System.Text.Json.Nodes;
using Connector.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connectors.TwilioSms.Tests.Wires;

/// <summary>A connector as a host makes it, with a clock that stands still.</summary>
internal sealed class Rig : IDisposable
{
    public Rig(Action<SocketsHttpHandler>? configure = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false };
        configure?.Invoke(handler);
        Http = new HttpClient(handler);
    }

    public HttpClient Http { get; }

    public FakeTimeProvider Time { get; } = new(Samples.Now);

    public FakeLogger Logger { get; } = new();

    public TwilioSmsConnector ConnectTo(string url, params (string Name, JsonNode? Value)[] members)
    {
        var config = Config.With([("apiBaseUrl", url), .. members]);
        var context = new ConnectorContext
        {
            ConnectorName = "twilio",
            Config = config.Element(),
            HttpClient = Http,
            Logger = Logger,
            TimeProvider = Time,
            DataDirectory = Path.GetTempPath(),
        };
        return (TwilioSmsConnector)new TwilioSmsPlugin().CreateAsync(context, CancellationToken.None).AsTask().Result;
    }

    public TwilioSmsConnector ConnectTo(Wire wire, params (string Name, JsonNode? Value)[] members) =>
        ConnectTo(wire.Url, members);

    public void Dispose() => Http.Dispose();
}
