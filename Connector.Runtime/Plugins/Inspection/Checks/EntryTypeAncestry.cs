using System.Reflection.Metadata;
using Connector.Abstractions;

namespace Connector.Runtime.Plugins;

/// <summary>Follows a class's bases and interfaces to the contract's plugin interface.</summary>
internal static class EntryTypeAncestry
{
    private static readonly string Plugin = typeof(ISmsConnectorPlugin).FullName!;

    /// <summary>Whether a class is a plugin's entry type, as far as its own DLL tells.</summary>
    /// <param name="metadata">The DLL.</param>
    /// <param name="handle">The class.</param>
    /// <returns>True also when an ancestor lies in another DLL: the loader will tell then.</returns>
    public static bool ReachesPlugin(MetadataReader metadata, EntityHandle handle)
    {
        if (handle.Kind != HandleKind.TypeDefinition)
        {
            return TypeNames.Of(metadata, handle) is var name
                && (name == Plugin || (name != "System.Object" && !IsFrameworks(name)));
        }

        var type = metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
        foreach (var implementation in type.GetInterfaceImplementations())
        {
            var contract = metadata.GetInterfaceImplementation(implementation).Interface;
            if (contract.Kind == HandleKind.TypeDefinition
                ? ReachesPlugin(metadata, contract)
                : TypeNames.Of(metadata, contract) == Plugin)
            {
                return true;
            }
        }

        return !type.BaseType.IsNil && ReachesPlugin(metadata, type.BaseType);
    }

    private static bool IsFrameworks(string? name) => name?.StartsWith("System.", StringComparison.Ordinal) ?? false;
}
