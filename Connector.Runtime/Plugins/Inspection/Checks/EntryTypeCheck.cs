using System.Reflection;
using System.Reflection.Metadata;

namespace Connector.Runtime.Plugins;

/// <summary>The class that the manifest names must be there, and be one that the host can construct.</summary>
internal sealed class EntryTypeCheck : IPluginCheck
{
    private const string Required =
        "It must be a public class, not abstract, with a public parameterless constructor, that implements "
        + "ISmsConnectorPlugin.";

    public void Run(PluginInspection inspection)
    {
        if (inspection.Manifest is not { } manifest)
        {
            return;
        }

        var metadata = inspection.Main!.Metadata;
        if (Find(metadata, manifest.EntryType) is not { } handle)
        {
            inspection.Problems.Add(
                ProblemKinds.EntryTypeMissing,
                $"connector.json names the entry type '{manifest.EntryType}', which '{inspection.Main.File.Path}' "
                + $"doesn't have.{Suggest(metadata)}",
                "The author should correct entryType: the full name, with the namespace.");
            return;
        }

        if (FindFault(metadata, handle) is { } fault)
        {
            inspection.Problems.Add(
                ProblemKinds.EntryTypeUnsuitable, $"The entry type '{manifest.EntryType}' {fault}.", Required);
        }
    }

    private static TypeDefinitionHandle? Find(MetadataReader metadata, string name)
    {
        foreach (var handle in metadata.TypeDefinitions)
        {
            if (TypeNames.Of(metadata, handle) == name)
            {
                return handle;
            }
        }

        return null;
    }

    private static string Suggest(MetadataReader metadata)
    {
        var candidates = metadata.TypeDefinitions
            .Where(handle => FindFault(metadata, handle) is null)
            .Select(handle => TypeNames.Of(metadata, handle))
            .ToArray();
        return candidates.Length == 0 ? "" : $" It has {string.Join(", ", candidates)}.";
    }

    private static string? FindFault(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var visibility = type.Attributes & TypeAttributes.VisibilityMask;
        if (visibility is not (TypeAttributes.Public or TypeAttributes.NestedPublic))
        {
            return "isn't public";
        }

        if (type.Attributes.HasFlag(TypeAttributes.Abstract))
        {
            return "is abstract";
        }

        if (type.GetGenericParameters().Count > 0)
        {
            return "has type parameters";
        }

        if (!EntryTypeAncestry.ReachesPlugin(metadata, handle))
        {
            return "doesn't implement ISmsConnectorPlugin";
        }

        return HasConstructor(metadata, type) ? null : "has no public parameterless constructor";
    }

    private static bool HasConstructor(MetadataReader metadata, TypeDefinition type)
    {
        foreach (var handle in type.GetMethods())
        {
            var method = metadata.GetMethodDefinition(handle);
            if (metadata.StringComparer.Equals(method.Name, ".ctor")
                && (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
                && SignatureText.Of(metadata, method) == ".ctor():Void")
            {
                return true;
            }
        }

        return false;
    }
}
