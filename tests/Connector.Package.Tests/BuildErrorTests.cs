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

    [Test]
    [NonParallelizable]
    public async Task All_that_a_host_would_refuse_is_told_at_once_in_its_own_words()
    {
        project.Replace("connector.json", "Acme.Sms.AcmePlugin", "Acme.Sms.AcmeEntry");
        project.Write("config.schema.json", """{ "type": "array", "const": 1 }""");

        var output = await FailAsync();
        project.Write("connector.json", Guide.Block("json"));
        project.Write("config.schema.json", AuthorWorkspace.EmptySchema);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(output, Does.Contain("connector.json : error CONN007: ENTRY_TYPE_MISSING: "));
            Assert.That(output, Does.Contain("It has Acme.Sms.AcmePlugin."));
            Assert.That(output, Does.Contain("config.schema.json : error CONN005: CONFIG_SCHEMA_INVALID: "));
            Assert.That(output, Does.Contain("config.schema.json : warning CONN101: SCHEMA_KEYWORD_IGNORED: "));
            Assert.That(output, Does.Not.Contain("MSB"), "Only what the author can mend.");
        }
    }

    [Test]
    [NonParallelizable]
    public async Task A_fault_in_the_manifest_is_told_in_every_build_until_it_is_mended()
    {
        project.Replace("connector.json", "\"author\": \"Acme\"", "\"author\": \"\"");

        var first = await FailAsync();
        var second = await FailAsync("--no-restore");
        await project.SucceedAsync("build", "--no-restore", "-p:ConnectorVerify=false");
        project.Write("connector.json", Guide.Block("json"));

        Assert.That(first, Does.Contain("connector.json : error CONN004: MANIFEST_INVALID: ").And.Contains("/author"));
        Assert.That(second, Does.Contain("CONN004"));
    }

    [Test]
    [NonParallelizable]
    public async Task A_schema_and_a_type_that_disagree_are_told_unless_the_author_knows_better()
    {
        project.Write("Options.cs", """
            namespace Acme.Sms;
            internal sealed class AcmeOptions
            {
                public string? Region { get; set; }
                public static AcmeOptions Of(Connector.Abstractions.ConnectorContext context) =>
                    context.GetConfig<AcmeOptions>();
            }
            """);

        var output = await FailAsync();
        await project.SucceedAsync("build", "--no-restore", "-p:ConnectorConfigCheck=false");
        File.Delete(Path.Combine(project.Folder, "Options.cs"));

        Assert.That(output, Does.Contain("config.schema.json : error CONN006: Acme.Sms.AcmeOptions.Region can never"));
    }

    private async Task<string> FailAsync(params string[] arguments)
    {
        var result = await project.RunAsync("build", arguments);
        Assert.That(result.ExitCode, Is.Not.Zero, result.Output);
        return result.Output;
    }
}
