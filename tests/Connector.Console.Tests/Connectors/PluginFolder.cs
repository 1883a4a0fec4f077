using System.Net;
using Connector.Console.Tests.Hosting;

namespace Connector.Console.Tests.Connectors;

/// <summary>Installs test plugins as people do: by copying, while the host serves.</summary>
internal static class PluginFolder
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Copies a test plugin into a host's plugin folder, and waits until the host has seen it.</summary>
    public static async Task InstallAsync(ConsoleHost host, string folder, string id)
    {
        var target = Directory.CreateDirectory(Path.Combine(host.Plugins, folder)).FullName;
        foreach (var file in Directory.EnumerateFiles(ConsoleHost.TestPlugin(folder)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        }

        using var limit = new CancellationTokenSource(Limit);
        while (!await IsSeenAsync(host, id, limit.Token))
        {
            await Task.Delay(Pause, TimeProvider.System, limit.Token);
        }
    }

    private static async Task<bool> IsSeenAsync(ConsoleHost host, string id, CancellationToken cancellationToken)
    {
        var address = new Uri($"/api/v1/plugins/{id}", UriKind.Relative);
        using var response = await host.Client.GetAsync(address, cancellationToken);
        return response.StatusCode == HttpStatusCode.OK;
    }
}
