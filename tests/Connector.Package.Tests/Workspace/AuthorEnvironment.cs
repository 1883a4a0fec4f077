using System.Diagnostics;

namespace Connector.Package.Tests.Workspace;

/// <summary>Makes a process see the environment of a person at a prompt instead of the one of "dotnet test".</summary>
internal static class AuthorEnvironment
{
    public static void Prepare(ProcessStartInfo start)
    {
        // "dotnet test" leaves its own MSBuild's settings behind.
        foreach (var name in start.Environment.Keys.Where(IsOfMSBuild).ToArray())
        {
            start.Environment.Remove(name);
        }

        // It would win over the author's nuget.config, which keeps the author's packages apart from everybody's.
        if (!start.WorkingDirectory.StartsWith(Repository.Root, StringComparison.Ordinal))
        {
            start.Environment.Remove("NUGET_PACKAGES");
        }

        // A build server that outlives the command would keep its output open for ever.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["NuGetAudit"] = "false";
    }

    private static bool IsOfMSBuild(string name) => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase);
}
