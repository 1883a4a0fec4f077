namespace Connector.Host.Tests;

/// <summary>An empty folder that is gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("connector-host-tests-");

    public string Path => folder.FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), content);
        return At(name);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
