using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Connector.Console.Tests.Hosting;

namespace Connector.Console.Tests.Keys;

/// <summary>Keys that an operator makes on the host's machine, by the command line beside the host that runs.</summary>
internal static class HostKeys
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Creates a key, and waits until the host takes it.</summary>
    public static async Task<string> CreateKeyAsync(this ConsoleHost host, string name, params string[] permissions)
    {
        var granted = permissions.SelectMany(permission => new[] { "--permission", permission });
        using var document = JsonDocument.Parse(await RunAsync(
            host, ["keys", "create", "--name", name, .. granted, "--json"]));
        var key = document.RootElement.GetProperty("key").GetString()!;
        using var limit = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await IsTakenAsync(host, key, limit.Token))
        {
            await pace.WaitForNextTickAsync(limit.Token);
        }

        return key;
    }

    private static async Task<bool> IsTakenAsync(ConsoleHost host, string key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/plugins");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await host.Client.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode;
    }

    private static async Task<string> RunAsync(ConsoleHost host, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(host.Plugins)!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "connector-host.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        using var limit = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.That(process.ExitCode, Is.Zero, output);
        return output;
    }
}
