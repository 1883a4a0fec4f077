using System.IO.Compression;
using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests;

internal sealed class ZipTests
{
    [Test]
    public void The_zip_holds_exactly_the_published_files_at_its_root()
    {
        var published = PackageSetUp.Plugin.Published;
        var path = Path.Combine(published.Path, "..", $"acme-sms-{AuthorWorkspace.PluginVersion}.connector.zip");
        using var zip = ZipFile.OpenRead(path);

        Assert.That(zip.Entries.Select(entry => entry.FullName), Is.EquivalentTo(published.Files));
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
            Assert.That(hash, Is.EqualTo(published.HashOf(entry.FullName)), entry.FullName);
        }
    }
}
