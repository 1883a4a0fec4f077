using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests;

internal sealed class BuildErrorTests
{
    private readonly AuthorProject project = PackageSetUp.Author.CreatePlugin("errors");

    [Test]
    [NonParallelizable]
    public async Task A_reference_to_the_contract_file_is_stopped_before_the_plugin_carries_a_copy()
    {
        const string Package = $"Version=\"{AuthorWorkspace.ContractVersion}\" />";
        var file = $"{Package.Replace("/>", "ExcludeAssets=\"compile\" />")}"
            + $"<Reference Include=\"{PackageSetUp.Author.ContractFile}\" />";
        project.Replace("Acme.Sms.csproj", Package, file);

        var output = await FailAsync();
        project.Replace("Acme.Sms.csproj", file, Package);

        Assert.That(output, Does.Contain("error CONN001").And.Contains(": Connector.Abstractions.dll."));
        Assert.That(output, Does.Contain("Private=\"false\""), "It says what to do.");
    }

    [Test]
    [NonParallelizable]
    public async Task An_id_that_no_host_accepts_is_stopped_even_if_a_name_could_pass_for_it()
    {
        // An Indonesian name is the trap: its language tag is "id".
        const string Unreadable = "\"name\": { \"id\": \"acme\", \"en\": \"Acme SMS\" }";
        project.Replace("connector.json", "\"acme-sms\"", "\"Acme SMS\"");
        project.Replace("connector.json", "\"name\": { \"en\": \"Acme SMS\" }", Unreadable);

        var output = await FailAsync();
        project.Write("connector.json", Guide.Block("json"));

        Assert.That(output, Does.Contain("error CONN002").And.Contains("acme-sms"));
    }

    [Test]
    [NonParallelizable]
    public async Task Every_file_that_the_manifest_names_and_the_build_cannot_find_is_reported()
    {
        project.Replace("connector.json", "\"logo.svg\"", "\"brand.svg\"");
        project.Replace("connector.json", "\"README.md\"", "{ \"en\": \"README.md\", \"fr\": \"README.fr.md\" }");
        project.Replace("connector.json", "\"config.schema.json\"", "\"acme.json\"");

        var output = await FailAsync();
        project.Write("connector.json", Guide.Block("json"));

        const string Missing = "brand.svg, acme.json, README.fr.md. ";
        Assert.That(output, Does.Contain($"error CONN003: connector.json names what is not embedded: {Missing}"));
    }

    private async Task<string> FailAsync()
    {
        var result = await project.RunAsync("build");
        Assert.That(result.ExitCode, Is.Not.Zero, result.Output);
        return result.Output;
    }
}
