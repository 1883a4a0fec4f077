using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests;

internal sealed class IncrementalBuildTests
{
    [Test]
    public async Task A_build_without_changes_writes_nothing_a_change_updates_and_clean_removes_it_all()
    {
        var project = PackageSetUp.Author.CreatePlugin("incremental");
        await project.SucceedAsync("build");
        var first = Times(project.Built);
        var firstHash = HashOfPlugin(project.Built);

        await project.SucceedAsync("build", "--no-restore");
        Assert.That(Times(project.Built), Is.EqualTo(first), "Nothing has changed.");

        project.Replace("connector.json", "\"Acme SMS\"", "\"Acme Text\"");
        project.Replace("Acme.Sms.csproj", AuthorWorkspace.PrivateDependency, "");
        File.Delete(Path.Combine(project.Folder, "Numbers.cs"));
        await project.SucceedAsync("build");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(HashOfPlugin(project.Built), Is.Not.EqualTo(firstHash));
            Assert.That(HashOfPlugin(project.Built), Is.EqualTo(project.Built.HashOf("Acme.Sms.dll")));
            Assert.That(project.Built.Files, Does.Not.Contain("PhoneNumbers.dll"));
            Assert.That(project.Built.ListedFiles.Select(file => file.Path), Does.Not.Contain("PhoneNumbers.dll"));
        }

        await project.SucceedAsync("clean");
        Assert.That(project.Built.Files, Is.Empty);
    }

    private static string HashOfPlugin(PluginFolder folder) =>
        folder.ListedFiles.Single(file => file.Path == "Acme.Sms.dll").Sha256;

    private static (string File, DateTime Time)[] Times(PluginFolder folder) =>
        [.. folder.Files.Select(file => (file, File.GetLastWriteTimeUtc(folder.Find(file))))];
}
