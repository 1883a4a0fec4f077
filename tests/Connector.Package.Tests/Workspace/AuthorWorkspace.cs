using System.Reflection;

namespace Connector.Package.Tests.Workspace;

/// <summary>
/// A connector author's machine: a folder outside the repository, with a package folder of its own and the freshly
/// packed packages as the only source besides what the machine has anyway.
/// </summary>
internal sealed class AuthorWorkspace : IDisposable
{
    // Not the repository's version, so that no package of an earlier run or of a real release can take its place.
    public const string ContractVersion = "1.7.3-test";
    public const string PluginVersion = "2.4.6-beta.1";
    public const string PrivateDependency = "<PackageReference Include=\"libphonenumber-csharp\" Version=\"9.0.43\" />";

    /// <summary>The schema of a connector that has nothing to configure.</summary>
    public const string EmptySchema = """{ "type": "object", "additionalProperties": false }""";

    private static readonly string[] Packages =
        ["Connector.Abstractions", "Connector.Testing", "Connector.Testing.NUnit", "templates/Connector.Templates"];

    private const string PrivateDependencyUse =
        "public static class Numbers { public static object Library => PhoneNumbers.PhoneNumberUtil.GetInstance(); }";

    public AuthorWorkspace()
    {
        Root = Directory.CreateTempSubdirectory("author").FullName;
        Feed = Directory.CreateDirectory(Path.Combine(Root, "feed")).FullName;
        File.WriteAllText(Path.Combine(Root, "nuget.config"), NuGetConfig());
    }

    public string Root { get; }

    public string Feed { get; }

    /// <summary>The contract's DLL as the package brings it; exists after the first restore.</summary>
    public string ContractFile => Path.Combine(
        Root, "packages", "connector.abstractions", ContractVersion, "lib", "net10.0", "Connector.Abstractions.dll");

    /// <summary>Packs everything that authors get, into the feed.</summary>
    public async Task PackAsync()
    {
        // The sources are analysed when the repository is built; here only what comes out counts.
        string[] settings = [$"-p:Version={ContractVersion}", "-p:RunAnalyzers=false"];
        var artifacts = Path.Combine(Root, "artifacts");
        foreach (var project in Packages)
        {
            await Dotnet.SucceedAsync(
                Path.Combine(Repository.Root, project),
                ["pack", .. settings, "--artifacts-path", artifacts, "-o", Feed]);
        }
    }

    /// <summary>Writes the guide's example, with a dependency of its own, into a new folder.</summary>
    public AuthorProject CreatePlugin(string folder)
    {
        var project = new AuthorProject(Path.Combine(Root, folder), "Acme.Sms");
        project.Write("Acme.Sms.csproj", PluginProject());
        project.Write("AcmePlugin.cs", Guide.Block("csharp"));
        project.Write("Numbers.cs", PrivateDependencyUse);
        project.Write("connector.json", Guide.Block("json"));
        project.Write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        project.Write("README.md", "# Acme");
        project.Write("README.es.md", "# Acme, en español");
        project.Write("config.schema.json", EmptySchema);
        return project;
    }

    public AuthorProject CreateProject(string name) => new(Path.Combine(Root, name), name);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string PluginProject() => Guide.Block("xml")
        .Replace("Version=\"1.0.0\"", $"Version=\"{ContractVersion}\"", StringComparison.Ordinal)
        .Replace(
            "  </PropertyGroup>",
            $"    <Version>{PluginVersion}</Version>\n  </PropertyGroup>",
            StringComparison.Ordinal)
        .Replace(
            "  </ItemGroup>",
            $"    {PrivateDependency}\n  </ItemGroup>",
            StringComparison.Ordinal);

    private static string NuGetConfig()
    {
        var known = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "PackagesFolder").Value;
        return $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="contract" value="feed" /></packageSources>
              <fallbackPackageFolders><add key="known" value="{known}" /></fallbackPackageFolders>
            </configuration>
            """;
    }
}
