using Connector.Host.Api;
using Connector.Runtime;
using Connector.Runtime.Plugins;

namespace Connector.Host.Commands;

/// <summary>Looks at a drop as the host would, in a plugins folder of its own that is gone afterwards.</summary>
internal static class DropInspection
{
    public static async Task<IReadOnlyList<PluginResponse>> InspectAsync(
        string path, CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("connector-verify-");
        try
        {
            var drops = IsFolderOfDrops(path) ? path : CopyAsDrop(path, work.CreateSubdirectory("drops").FullName);
            var plugins = await ScanAsync(drops, work.FullName, cancellationToken);
            return [.. plugins.Select(plugin => AtItsOwnPath(PluginReport.Describe(plugin), drops, path))];
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<InstalledPlugin>> ScanAsync(
        string drops, string work, CancellationToken cancellationToken)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = work });
        builder.Services.AddConnectors(builder.Configuration, options => options.Plugins.Path = drops);
        using var host = builder.Build();
        var catalog = host.Services.GetRequiredService<PluginCatalog>();
        await catalog.ScanAsync(cancellationToken);
        return catalog.All;
    }

    /// <summary>A plugin's own folder has its DLL in it; a folder without one holds drops.</summary>
    private static bool IsFolderOfDrops(string path) =>
        Directory.Exists(path) && !Directory.EnumerateFiles(path, "*.dll").Any();

    private static string CopyAsDrop(string path, string drops)
    {
        var target = Path.Combine(drops, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        if (Directory.Exists(path))
        {
            CopyFolder(path, target);
            return drops;
        }

        File.Copy(path, target);
        foreach (var companion in (string[])[".deps.json", ".pdb"])
        {
            var source = Path.ChangeExtension(path, companion);
            if (Path.GetExtension(path) == ".dll" && File.Exists(source))
            {
                File.Copy(source, Path.Combine(drops, Path.GetFileName(source)));
            }
        }

        return drops;
    }

    private static void CopyFolder(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static PluginResponse AtItsOwnPath(PluginResponse plugin, string drops, string path) =>
        drops == path ? plugin : plugin with { Path = path };
}
