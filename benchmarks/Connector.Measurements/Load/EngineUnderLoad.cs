using System.Text.Json;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Measurements.Load;

/// <summary>The whole engine in this process, with load connectors as its providers.</summary>
internal sealed class EngineUnderLoad : IAsyncDisposable
{
    private static readonly JsonElement Payload =
        JsonElement.Parse($$"""{"code": "{{SendPath.SampleMessage.Code}}"}""");

    private readonly IHost host;
    private readonly MessageService messages;

    private EngineUnderLoad(IHost host)
    {
        this.host = host;
        messages = host.Services.GetRequiredService<MessageService>();
    }

    public static async Task<EngineUnderLoad> StartAsync(LoadSettings settings)
    {
        var engine = new EngineUnderLoad(EngineHost.Create(settings.ToEngine()));
        await engine.host.StartAsync();
        engine.RequireAllRunning();
        return engine;
    }

    /// <summary>Has one message stored.</summary>
    public Task AcceptAsync() => messages.AcceptAsync(new SendRequest
    {
        To = Recipients.Next(),
        UsageType = "SignIn",
        Payload = Payload,
    });

    private void RequireAllRunning()
    {
        var connectors = host.Services.GetRequiredService<ConnectorRegistry>().All;
        if (connectors.Any(connector => connector.State != ConnectorState.Running))
        {
            var problems = connectors.SelectMany(connector => connector.Problems).Select(problem => problem.Cause);
            throw new InvalidOperationException($"Not every connector runs. {string.Join(' ', problems)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
