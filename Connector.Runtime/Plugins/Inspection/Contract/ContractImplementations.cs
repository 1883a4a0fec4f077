using System.Reflection;
using System.Reflection.Metadata;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Finds contract interfaces that a DLL's classes claim to implement and don't, by the host's contract.
/// </summary>
internal static class ContractImplementations
{
    public static IEnumerable<string> FindMissing(MetadataReader plugin, ContractMetadata contract)
    {
        foreach (var handle in plugin.TypeDefinitions)
        {
            var type = plugin.GetTypeDefinition(handle);
            if (type.Attributes.HasFlag(TypeAttributes.Interface))
            {
                continue;
            }

            foreach (var missing in FindMissing(plugin, contract, handle))
            {
                yield return missing;
            }
        }
    }

    private static IEnumerable<string> FindMissing(
        MetadataReader plugin, ContractMetadata contract, TypeDefinitionHandle handle)
    {
        HashSet<string>? present = null;
        foreach (var implementation in plugin.GetTypeDefinition(handle).GetInterfaceImplementations())
        {
            var type = plugin.GetInterfaceImplementation(implementation).Interface;
            if (type.Kind != HandleKind.TypeReference
                || !ContractReferences.IsOf(plugin, (TypeReferenceHandle)type, contract.Name))
            {
                continue;
            }

            present ??= CollectMembers(plugin, handle);
            foreach (var (declaring, signature) in contract.RequiredMembers(TypeNames.Of(plugin, type)!))
            {
                if (present is not null && !present.Contains(signature)
                    && !present.Contains($"{declaring}.{signature}"))
                {
                    yield return $"{TypeNames.Of(plugin, handle)} does not implement "
                        + ContractReferences.Describe(declaring, signature);
                }
            }
        }
    }

    // Null when a base class lies in another DLL: it may hold the implementation, and the loader will tell.
    private static HashSet<string>? CollectMembers(MetadataReader plugin, TypeDefinitionHandle handle)
    {
        var members = new HashSet<string>();
        while (true)
        {
            var type = plugin.GetTypeDefinition(handle);
            foreach (var method in type.GetMethods())
            {
                members.Add(SignatureText.Of(plugin, plugin.GetMethodDefinition(method)));
            }

            AddExplicit(plugin, type, members);
            if (type.BaseType.Kind != HandleKind.TypeDefinition)
            {
                return TypeNames.Of(plugin, type.BaseType) is "System.Object" or "System.ValueType" ? members : null;
            }

            handle = (TypeDefinitionHandle)type.BaseType;
        }
    }

    private static void AddExplicit(MetadataReader plugin, TypeDefinition type, HashSet<string> members)
    {
        foreach (var handle in type.GetMethodImplementations())
        {
            var declaration = plugin.GetMethodImplementation(handle).MethodDeclaration;
            if (declaration.Kind == HandleKind.MemberReference)
            {
                var member = plugin.GetMemberReference((MemberReferenceHandle)declaration);
                members.Add($"{TypeNames.Of(plugin, member.Parent)}.{SignatureText.Of(plugin, member)}");
            }
        }
    }
}
