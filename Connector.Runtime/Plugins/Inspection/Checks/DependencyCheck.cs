namespace Connector.Runtime.Plugins;

/// <summary>
/// Every assembly that a DLL of the plugin refers to must come with it or from the host. The runtime would notice only
/// at the first call that needs it.
/// </summary>
internal sealed class DependencyCheck : IPluginCheck
{
    public void Run(PluginInspection inspection)
    {
        var shipped = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var image in inspection.Images)
        {
            shipped.Add(Path.GetFileNameWithoutExtension(image.File.Path));
        }

        var reported = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var image in inspection.Images)
        {
            if (image.Kind != ImageKind.Managed || inspection.Host.IsShared(image.Facts.Name))
            {
                continue;
            }

            foreach (var reference in image.Facts.References)
            {
                if (reference.Name != inspection.Host.Contract.Name && NeedsHost(inspection, reference, shipped)
                    && reported.Add(reference.Name))
                {
                    Check(inspection, image, reference);
                }
            }
        }
    }

    // A shared assembly comes from the host even when the plugin ships one.
    private static bool NeedsHost(
        PluginInspection inspection, AssemblyReferenceFact reference, HashSet<string> shipped) =>
        inspection.Host.IsShared(reference.Name) || !shipped.Contains(reference.Name);

    private static void Check(PluginInspection inspection, AssemblyImage image, AssemblyReferenceFact reference)
    {
        var host = inspection.Host;
        if (!host.Has(reference.Name))
        {
            inspection.Problems.Add(
                ProblemKinds.DependencyMissing,
                $"{reference.Name} {reference.Version}, needed by '{image.File.Path}', is neither shipped nor in the "
                + "host.",
                $"Put {reference.Name}.dll beside the plugin's DLL, or drop the whole published folder.");
            return;
        }

        var isPrivate = host.IsPrivate(reference.Name);
        if (!isPrivate && !host.IsShared(reference.Name))
        {
            return;
        }

        var version = host.VersionOf(reference.Name);
        if (version < reference.Version)
        {
            inspection.Problems.Add(
                ProblemKinds.DependencyTooNew,
                $"'{image.File.Path}' needs {reference.Name} {reference.Version}, the host has {version}.",
                isPrivate
                    ? $"Put {reference.Name}.dll beside the plugin's DLL, or drop the whole published folder."
                    : "Update the host, or get a build of the plugin with older Microsoft.Extensions packages.");
        }
        else if (isPrivate)
        {
            inspection.Problems.Add(
                ProblemKinds.DependencyBorrowed,
                $"{reference.Name} {reference.Version}, needed by '{image.File.Path}', isn't shipped; "
                + $"the host's own {version} is used, and may change or vanish with the next host.",
                $"Ship {reference.Name}.dll with the plugin.");
        }
    }
}
