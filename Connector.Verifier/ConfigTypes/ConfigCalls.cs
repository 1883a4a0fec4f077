using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Connector.Runtime.Plugins;

namespace Connector.Verifier;

/// <summary>Finds the type that a connector binds its configuration to: its GetConfig call's type argument.</summary>
internal static class ConfigCalls
{
    private const string Context = "Connector.Abstractions.ConnectorContext";

    /// <returns><see langword="null"/> when there is no such call, or calls with different types.</returns>
    public static TypeDefinitionHandle? FindType(MetadataReader metadata)
    {
        var shapes = new ShapeReader();
        var types = new HashSet<TypeDefinitionHandle>();
        var calls = metadata.GetTableRowCount(TableIndex.MethodSpec);
        for (var row = 1; row <= calls; row++)
        {
            var call = metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row));
            if (IsGetConfig(metadata, call.Method)
                && call.DecodeSignature(shapes, genericContext: null) is [{ Type: { } type }])
            {
                types.Add(type);
            }
        }

        return types.Count == 1 ? types.Single() : null;
    }

    private static bool IsGetConfig(MetadataReader metadata, EntityHandle method)
    {
        if (method.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var member = metadata.GetMemberReference((MemberReferenceHandle)method);
        return metadata.StringComparer.Equals(member.Name, "GetConfig")
            && TypeNames.Of(metadata, member.Parent) == Context;
    }
}
