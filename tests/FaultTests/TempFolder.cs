namespace FaultTests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faults-");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
