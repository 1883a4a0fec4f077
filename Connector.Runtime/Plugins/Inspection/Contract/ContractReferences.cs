using System.Reflection.Metadata;

namespace Connector.Runtime.Plugins;

/// <summary>Finds what a DLL uses of the contract and the host's contract doesn't have.</summary>
internal static class ContractReferences
{
    public static IEnumerable<string> FindMissing(MetadataReader plugin, ContractMetadata contract)
    {
        var used = new Dictionary<string, bool>();
        foreach (var handle in plugin.TypeReferences)
        {
            if (IsOf(plugin, handle, contract.Name))
            {
                var type = TypeNames.Of(plugin, handle);
                used[type] = contract.HasType(type);
            }
        }

        var missing = used.Where(type => !type.Value).Select(type => $"missing type {ShortName(type.Key)}");
        return missing.Concat(FindMissingMembers(plugin, contract, used));
    }

    public static bool IsOf(MetadataReader plugin, TypeReferenceHandle handle, string assembly)
    {
        var scope = plugin.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOf(plugin, (TypeReferenceHandle)scope, assembly),
            HandleKind.AssemblyReference => plugin.StringComparer.Equals(
                plugin.GetAssemblyReference((AssemblyReferenceHandle)scope).Name, assembly),
            _ => false,
        };
    }

    public static string Describe(string type, string signature)
    {
        var end = signature.LastIndexOf(':');
        return $"{ShortName(type)}.{SignatureText.Shorten(signature[..end]).Replace("static ", "")}";
    }

    private static IEnumerable<string> FindMissingMembers(
        MetadataReader plugin, ContractMetadata contract, Dictionary<string, bool> used)
    {
        foreach (var handle in plugin.MemberReferences)
        {
            var member = plugin.GetMemberReference(handle);
            var type = DeclaringType(plugin, member);
            if (type is null || !used.GetValueOrDefault(type))
            {
                continue;
            }

            var signature = SignatureText.Of(plugin, member);
            if (!contract.HasMember(type, signature))
            {
                yield return $"missing member {Describe(type, signature)}";
            }
        }
    }

    private static string? DeclaringType(MetadataReader plugin, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeSpecification)
        {
            return TypeNames.Of(plugin, member.Parent);
        }

        var type = SignatureText.Of(plugin, plugin.GetTypeSpecification((TypeSpecificationHandle)member.Parent));
        return type.Split('<')[0];
    }

    private static string ShortName(string type) => type[(type.LastIndexOf('.') + 1)..];
}
