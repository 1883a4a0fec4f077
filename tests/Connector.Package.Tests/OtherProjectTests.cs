using Connector.Package.Tests.Workspace;

namespace Connector.Package.Tests;

internal sealed class OtherProjectTests
{
    [Test]
    public async Task A_program_that_uses_the_contract_and_a_plugin_brings_the_contract_and_runs()
    {
        var program = CreateConsumer("Program", "<OutputType>Exe</OutputType>");
        program.Write("Program.cs", """
            using Connector.Abstractions;
            ISmsConnectorPlugin plugin = new Acme.Sms.AcmePlugin();
            System.Console.WriteLine(plugin.GetType().FullName);
            """);

        await program.SucceedAsync("build");
        var output = await Dotnet.SucceedAsync(program.Built.Path, "Program.dll");

        Assert.That(output.Trim(), Is.EqualTo("Acme.Sms.AcmePlugin"));
        Assert.That(program.Built.Files, Does.Contain("Connector.Abstractions.dll").And.Not.Contains("plugin.json"));
    }

    [Test]
    public async Task A_test_project_brings_the_contract_and_becomes_no_plugin()
    {
        var tests = CreateConsumer("Acme.Sms.Tests", "<IsTestProject>true</IsTestProject>");
        tests.Write("Some.cs", "public static class Some { public static object Made => new Acme.Sms.AcmePlugin(); }");

        await tests.SucceedAsync("build", "-p:CopyLocalLockFileAssemblies=true");

        Assert.That(tests.Built.Files, Does.Contain("Connector.Abstractions.dll").And.Not.Contains("plugin.json"));
    }

    private static AuthorProject CreateConsumer(string name, string property)
    {
        var project = PackageSetUp.Author.CreateProject(name);
        project.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework>{property}</PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Connector.Abstractions" Version="{AuthorWorkspace.ContractVersion}" />
                <ProjectReference Include="{Path.Combine(PackageSetUp.Plugin.Folder, "Acme.Sms.csproj")}" />
              </ItemGroup>
            </Project>
            """);
        project.Write("connector.json", "{}");
        return project;
    }
}
