namespace Connector.Package.Tests.Workspace;

internal sealed class AuthorProject(string folder, string name)
{
    public string Folder { get; } = Directory.CreateDirectory(folder).FullName;

    public PluginFolder Built => new(Path.Combine(Folder, "bin", "Debug", "net10.0"));

    public PluginFolder Published => new(Path.Combine(Folder, "bin", "Release", "net10.0", "publish"));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        Assert.That(text, Does.Contain(old));
        Write(file, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public Task<string> SucceedAsync(string command, params string[] arguments) =>
        Dotnet.SucceedAsync(Folder, [command, $"{name}.csproj", .. arguments]);

    public Task<DotnetResult> RunAsync(string command, params string[] arguments) =>
        Dotnet.RunAsync(Folder, [command, $"{name}.csproj", .. arguments]);
}
