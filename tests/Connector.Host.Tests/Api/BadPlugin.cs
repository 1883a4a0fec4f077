namespace Connector.Host.Tests.Api;

/// <summary>A plugin that can't run, and what its operator must read about it.</summary>
/// <param name="Drop">Its name in the plugin folder.</param>
/// <param name="State">As the API writes it.</param>
/// <param name="Code">The first problem's code.</param>
/// <param name="Culprit">What the cause must name.</param>
/// <param name="Make">Makes it at a path.</param>
internal sealed record BadPlugin(string Drop, string State, string Code, string Culprit, Action<string> Make)
{
    private static readonly string Built = Path.Combine(AppContext.BaseDirectory, "test-plugins");

    /// <summary>Id of a plugin that a connector of the host under test uses.</summary>
    public string? UsedId { get; init; }

    /// <summary>One file of these bytes.</summary>
    public static Action<string> File(params byte[] content) => path => System.IO.File.WriteAllBytes(path, content);

    /// <summary>The DLL of a built test plugin, changed or not.</summary>
    public static Action<string> Dll(string plugin, Func<byte[], byte[]>? change = null) => path =>
    {
        var content = System.IO.File.ReadAllBytes(Path.Combine(Built, plugin, $"{plugin}.dll"));
        System.IO.File.WriteAllBytes(path, change?.Invoke(content) ?? content);
    };

    /// <summary>The folder of a built test plugin, changed or not.</summary>
    public static Action<string> Folder(string plugin, Action<string>? change = null) => path =>
    {
        Directory.CreateDirectory(path);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Built, plugin)))
        {
            System.IO.File.Copy(file, Path.Combine(path, Path.GetFileName(file)));
        }

        change?.Invoke(path);
    };

    public override string ToString() => $"{Drop}: {Code}";
}
