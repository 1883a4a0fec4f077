namespace Connector.Console.Tests.Hosting;

/// <summary>What a run leaves for people to look at: <c>tests/artifacts/console</c>, which git ignores.</summary>
internal static class Artifacts
{
    public static string Folder { get; } = Create();

    private static string Create()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        while (tests is not null && tests.Name != "tests")
        {
            tests = tests.Parent;
        }

        var parent = tests?.FullName ?? AppContext.BaseDirectory;
        return Directory.CreateDirectory(Path.Combine(parent, "artifacts", "console")).FullName;
    }
}
