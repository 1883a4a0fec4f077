using System.Globalization;
using Connector.Runtime;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Options;

namespace Connector.Host.Development;

/// <summary>Builds a plugin's project whenever its sources change, and lets the host replace the plugin.</summary>
internal sealed class PluginDevelopment(
    PluginProject project,
    PluginCatalog catalog,
    ConnectorRegistry connectors,
    IOptions<ConnectorRuntimeOptions> options,
    TextWriter output) : BackgroundService
{
    private static readonly TimeSpan LongestTakeOver = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    // A build takes the machine's time, whatever the application's clock says.
    private readonly TimeProvider timeProvider = TimeProvider.System;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var runtime = options.Value;
        var plugins = Path.GetFullPath(runtime.Plugins.Path ?? "plugins", runtime.ContentRoot);
        var drop = new DevelopmentDrop(plugins, project.Name);
        var build = new ProjectBuild(project);
        using var sources = new ProjectSources(project.Folder);
        Tell($"{project.Name} is built and reloaded whenever its sources change.");
        for (IReadOnlyList<string> changed = [project.File]; ; changed = await NextAsync(sources, stoppingToken))
        {
            var started = timeProvider.GetTimestamp();
            var errors = await build.RunAsync(changed.Any(IsOfPackages), stoppingToken);
            if (errors.Count > 0)
            {
                Tell($"{Summary(changed)}: the build failed, what served goes on.");
                errors.ToList().ForEach(error => Tell($"  {error}"));
                continue;
            }

            await LoadAsync(drop, await build.FindOutputAsync(stoppingToken), changed, started, stoppingToken);
        }
    }

    private Task<IReadOnlyList<string>> NextAsync(ProjectSources sources, CancellationToken cancellationToken) =>
        sources.NextAsync(timeProvider, cancellationToken);

    private async Task LoadAsync(
        DevelopmentDrop drop, string built, IReadOnlyList<string> changed, long started, CancellationToken stopping)
    {
        var before = Status.Of(catalog, drop.Path);
        if (!drop.Put(built))
        {
            Tell($"{Summary(changed)}: the build is the same as before.");
            return;
        }

        var limit = timeProvider.GetTimestamp();
        while (!IsDecided(Status.Of(catalog, drop.Path), before)
            && timeProvider.GetElapsedTime(limit) < LongestTakeOver)
        {
            await Task.Delay(BetweenLooks, timeProvider, stopping);
        }

        var seconds = timeProvider.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Tell($"{Summary(changed)}: {Status.Of(catalog, drop.Path)?.ToString() ?? "nothing was found"} ({seconds} s)");
    }

    // A build that a connector waits for is ready first, and serves a moment later.
    private bool IsDecided(Status? now, Status? before) =>
        now is not null
        && now != before
        && now.State != PluginState.RestartRequired
        && (now.State != PluginState.Available
            || !connectors.All.Any(connector => connector.Enabled && connector.PluginId == now.Id));

    private void Tell(string text) => output.WriteLine($"plugin-dev: {text}");

    private static string Summary(IReadOnlyList<string> changed) => changed.Count > 3
        ? $"{changed.Count} files changed"
        : string.Join(", ", changed.Select(Path.GetFileName));

    private static bool IsOfPackages(string file) => Path.GetExtension(file) is ".csproj" or ".props" or ".targets";

    /// <summary>How the plugin in a drop fares.</summary>
    private sealed record Status(string? Id, string? Version, string? Hash, PluginState State, string Problems)
    {
        public static Status? Of(PluginCatalog catalog, string path) => catalog.All
            .Where(plugin => plugin.Path == path)
            .Select(plugin => new Status(
                plugin.Id,
                plugin.Version,
                plugin.Hash,
                plugin.State,
                string.Concat(plugin.Problems.Select(problem => $"\n  {problem.Code}: {problem.Cause} {problem.Fix}"))))
            .FirstOrDefault();

        public override string ToString() => State switch
        {
            PluginState.Active => $"{Id} {Version} serves{Problems}",
            PluginState.Available or PluginState.Disabled =>
                $"{Id} {Version} is ready; no connector that is switched on uses it{Problems}",
            _ => $"{Id ?? "the plugin"} is {State}{Problems}",
        };
    }
}
