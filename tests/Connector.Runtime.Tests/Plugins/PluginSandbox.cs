using System.Security.Cryptography;
using System.Text.Json;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>A host's folders in a temporary place, and a catalog over them.</summary>
internal sealed class PluginSandbox : IDisposable
{
    private static readonly string BuiltPlugins = Path.Combine(AppContext.BaseDirectory, "test-plugins");

    public PluginSandbox(Action<PluginOptions>? configure = null)
    {
        Root = Directory.CreateTempSubdirectory("plugins-").FullName;
        Drop = Directory.CreateDirectory(Path.Combine(Root, "plugins")).FullName;
        Options = new PluginOptions();
        configure?.Invoke(Options);
        Catalog = NewCatalog();
    }

    public string Root { get; }

    /// <summary>The operator's plugin folder.</summary>
    public string Drop { get; }

    public string Data => Path.Combine(Root, "data");

    public PluginOptions Options { get; }

    public FakeTimeProvider Time { get; } = new();

    public FakeLogger<PluginCatalog> Log { get; } = new();

    public PluginCatalog Catalog { get; }

    /// <summary>Path of a file that building the test plugins made.</summary>
    /// <param name="plugin">The test plugin's project name.</param>
    /// <param name="file">File name; the plugin's DLL when left out.</param>
    /// <returns>Absolute path.</returns>
    public static string Built(string plugin, string? file = null) =>
        Path.Combine(BuiltPlugins, plugin, file ?? $"{plugin}.dll");

    public PluginCatalog NewCatalog() => new(Options, Root, "data", Time, Log);

    /// <summary>Drops a test plugin's whole folder.</summary>
    /// <param name="plugin">The test plugin's project name.</param>
    /// <param name="name">The dropped folder's name; the plugin's when left out.</param>
    /// <returns>The dropped folder.</returns>
    public string DropFolder(string plugin, string? name = null) =>
        CopyFolder(plugin, Path.Combine(Drop, name ?? plugin));

    public static string CopyFolder(string plugin, string target)
    {
        var source = Path.Combine(BuiltPlugins, plugin);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return target;
    }

    public string DropFile(string name, byte[] content)
    {
        var path = Path.Combine(Drop, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string DropDll(string plugin) => DropFile($"{plugin}.dll", File.ReadAllBytes(Built(plugin)));

    /// <summary>Writes plugin.json over the files of a folder, as the build does.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="id">The id to state.</param>
    /// <param name="assembly">The main DLL.</param>
    /// <param name="version">The version to state.</param>
    public static void WriteFileList(string folder, string id, string assembly, string version = "1.0.0")
    {
        var files = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(file => new
        {
            path = Path.GetFileName(file),
            sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))),
        }).ToArray();
        var json = JsonSerializer.Serialize(new { id, version, contract = "1.0.0", assembly, files });
        File.WriteAllText(Path.Combine(folder, "plugin.json"), json);
    }

    public async Task<IReadOnlyList<InstalledPlugin>> ScanAsync()
    {
        await Catalog.ScanAsync(CancellationToken.None);
        return Catalog.All;
    }

    /// <summary>Scans and expects exactly one plugin.</summary>
    /// <returns>That plugin.</returns>
    public async Task<InstalledPlugin> ScanOneAsync()
    {
        var all = await ScanAsync();
        Assert.That(all, Has.Count.EqualTo(1), string.Join(", ", all.Select(plugin => plugin.Path)));
        return all[0];
    }

    public Task<LoadedPlugin> LoadAsync(string id) => Catalog.LoadAsync(id, CancellationToken.None);

    /// <summary>
    /// Lets time pass until a call ends; the clock moves only when something has had a chance to wait for it.
    /// </summary>
    /// <typeparam name="T">The call's result.</typeparam>
    /// <param name="call">A call that waits for the fake clock.</param>
    /// <returns>The call's result.</returns>
    public async Task<T> PassTimeUntilAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            Time.Advance(Options.ActivationTimeout);
            await Task.Yield();
        }

        return await call;
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            if (File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }
        }

        Directory.Delete(Root, recursive: true);
    }
}
