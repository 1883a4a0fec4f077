using System.Text.Json;
using Connector.Measurements.Load;
using Connector.Measurements.SendPath;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Measurements.Chaos;

/// <summary>A healthy connector and one that goes wrong, in an engine in a process of their own.</summary>
internal static class ChaosChild
{
    public const string Verb = "chaos-engine";

    private const int Senders = 4;

    /// <param name="settingsFile">A <see cref="ChaosSettings"/> as JSON.</param>
    public static async Task RunAsync(string settingsFile)
    {
        UnhandledPluginExceptions.Survive();
        var settings = JsonSerializer.Deserialize<ChaosSettings>(await File.ReadAllBytesAsync(settingsFile))!;
        using var host = EngineHost.Create(settings.ToEngine());
        await host.StartAsync();
        var messages = host.Services.GetRequiredService<MessageService>();
        await SendAsync(messages, settings.WarmUp);
        var alone = await SendAsync(messages, settings.Duration);
        using var stopping = new CancellationTokenSource();
        var chaos = new ChaosLoad(
            host.Services.GetRequiredService<TestSender>(), host.Services.GetRequiredService<PluginRelease>());
        var wrong = chaos.RunAsync(stopping.Token);
        var beside = await SendAsync(messages, settings.Duration);
        await stopping.CancelAsync();
        await wrong;
        var result = new ChaosResult(
            Milliseconds(alone, 0.5), Milliseconds(beside, 0.5), Milliseconds(alone, 0.99), Milliseconds(beside, 0.99));
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(result));

        // What hangs is not waited for.
        await Console.Out.FlushAsync();
        Environment.Exit(0);
    }

    private static async Task<Latencies> SendAsync(MessageService messages, TimeSpan duration)
    {
        var request = new SendRequest
        {
            To = SampleMessage.Phone,
            UsageType = "SignIn",
            Connector = "healthy",
            Payload = JsonElement.Parse($$"""{"code": "{{SampleMessage.Code}}"}"""),
        };
        var result = await Callers.RunAsync(
            Callers.Same(Senders, () => SendAsync(messages, request)), duration, _ => { });
        return result.Latencies;
    }

    private static async Task SendAsync(MessageService messages, SendRequest request)
    {
        var sent = await messages.SendAsync(request, CancellationToken.None);
        if (sent.Status != "accepted")
        {
            throw new InvalidOperationException($"The healthy connector answered {sent.Status}.");
        }
    }

    private static double Milliseconds(Latencies latencies, double part) =>
        latencies.Percentile(part).TotalMilliseconds;
}
