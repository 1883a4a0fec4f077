using System.Text.Json;
using Connector.Runtime.Connectors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Measurements.Plugins;

/// <summary>Starts the engine in a process of its own and tells what that took.</summary>
internal static class PluginsChild
{
    public const string Verb = "start-engine";

    private const double Megabyte = 1024 * 1024;

    /// <param name="settingsFile">The engine's settings, as JSON.</param>
    public static async Task RunAsync(string settingsFile)
    {
        var settings = JsonElement.Parse(await File.ReadAllBytesAsync(settingsFile));
        var cpu = Environment.CpuUsage.TotalTime;
        var started = TimeProvider.System.GetTimestamp();
        using var host = EngineHost.Create(settings);
        await host.StartAsync();
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        var cpuUsed = Environment.CpuUsage.TotalTime - cpu;
        RequireAllRunning(host, settings);
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        var result = new PluginsResult(
            elapsed.TotalMilliseconds,
            cpuUsed.TotalMilliseconds,
            managed / Megabyte,
            Environment.WorkingSet / Megabyte);
        Console.WriteLine(JsonSerializer.Serialize(result));
        await host.StopAsync();
    }

    private static void RequireAllRunning(IHost host, JsonElement settings)
    {
        var expected = settings.GetProperty("Connectors").EnumerateObject().Count();
        var connectors = host.Services.GetRequiredService<ConnectorRegistry>().All;
        var running = connectors.Count(connector => connector.State == ConnectorState.Running);
        if (running != expected)
        {
            var problems = connectors.SelectMany(connector => connector.Problems).Select(problem => problem.Cause);
            throw new InvalidOperationException($"Only {running} connectors run. {string.Join(' ', problems)}");
        }
    }
}
