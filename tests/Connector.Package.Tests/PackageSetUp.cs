using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests;

/// <summary>Packs the packages, and builds and publishes the guide's example, once for all tests.</summary>
[SetUpFixture]
internal sealed class PackageSetUp
{
    public static AuthorWorkspace Author { get; } = new();

    public static AuthorProject Plugin { get; } = Author.CreatePlugin("plugin");

    [OneTimeSetUp]
    public async Task PackBuildAndPublishAsync()
    {
        await Author.PackAsync();
        await Plugin.SucceedAsync("build");
        await Plugin.SucceedAsync("publish");
    }

    [OneTimeTearDown]
    public void Delete() => Author.Dispose();
}
