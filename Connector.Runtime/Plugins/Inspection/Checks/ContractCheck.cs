namespace Connector.Runtime.Plugins;

/// <summary>The plugin must fit the host's contract: its version, every member it uses, every member it owes.</summary>
internal sealed class ContractCheck : IPluginCheck
{
    private const int MostNamed = 5;

    public void Run(PluginInspection inspection)
    {
        var contract = inspection.Host.Contract;
        var main = inspection.Main!;
        if (main.Facts.Find(contract.Name) is not { } reference)
        {
            inspection.Problems.Add(
                ProblemKinds.NotAConnector,
                $"'{main.File.Path}' is a .NET DLL ({main.Facts.Name} {main.Facts.Version}), but no connector: "
                + $"it doesn't reference {contract.Name}.",
                "Remove it from the plugin folder, or put it beside the connector that needs it.");
            inspection.IsOver = true;
            return;
        }

        WarnOfCopy(inspection, contract);
        Check(inspection, contract, main.Facts, reference.Version);
    }

    private static void Check(
        PluginInspection inspection, ContractMetadata contract, AssemblyFacts plugin, Version referenced)
    {
        var missing = new List<string>();
        var owed = new List<string>();
        foreach (var image in inspection.Images)
        {
            if (image.Kind == ImageKind.Managed && image.Facts.Find(contract.Name) is not null)
            {
                missing.AddRange(ContractReferences.FindMissing(image.Metadata, contract));
                owed.AddRange(ContractImplementations.FindMissing(image.Metadata, contract));
            }
        }

        var kind = Judge(contract, plugin, referenced, missing, owed);
        if (kind is not null)
        {
            inspection.Problems.Add(kind, Cause(contract, plugin, referenced, [.. missing, .. owed]), Fix(kind));
        }
    }

    private static ProblemKind? Judge(
        ContractMetadata contract, AssemblyFacts plugin, Version referenced, List<string> missing, List<string> owed)
    {
        if (referenced > contract.Version)
        {
            return ProblemKinds.ContractTooNew;
        }

        if (referenced.Major < contract.Version.Major)
        {
            return ProblemKinds.ContractTooOld;
        }

        if (missing.Count > 0)
        {
            return IsNewer(plugin.ContractVersion, contract.PackageVersion)
                ? ProblemKinds.ContractTooNew
                : ProblemKinds.ContractMismatch;
        }

        return owed.Count > 0 ? ProblemKinds.ContractTooOld : null;
    }

    private static string Cause(
        ContractMetadata contract, AssemblyFacts plugin, Version referenced, IReadOnlyList<string> gaps)
    {
        var compiled = plugin.ContractVersion ?? referenced.ToString();
        var cause = $"{plugin.Name} is compiled for {contract.Name} {compiled}, the host has {contract.PackageVersion}";
        if (gaps.Count == 0)
        {
            return $"{cause}.";
        }

        var rest = gaps.Count > MostNamed ? $"; and {gaps.Count - MostNamed} more" : "";
        return $"{cause}: {string.Join("; ", gaps.Take(MostNamed))}{rest}.";
    }

    private static string Fix(ProblemKind kind) => kind == ProblemKinds.ContractTooOld
        ? "Get a build of the plugin for this host's contract."
        : "Update the host, or get a build of the plugin for this host's contract.";

    private static bool IsNewer(string? compiled, string hosts) =>
        Version.TryParse(compiled?.Split('-')[0], out var plugin)
        && Version.TryParse(hosts.Split('-')[0], out var host)
        && plugin > host;

    private static void WarnOfCopy(PluginInspection inspection, ContractMetadata contract)
    {
        if (inspection.Snapshot.Find($"{contract.Name}.dll") is { } copy)
        {
            inspection.Problems.Add(
                ProblemKinds.ContractCopyShipped,
                $"It ships '{copy.Path}', which the host ignores in favour of its own.",
                "Delete the file; the author should reference the contract's package, which keeps it out.");
        }
    }
}
