using System.Reflection.Metadata;

namespace Connector.Runtime.Plugins;

/// <summary>Full names of types in metadata, spelled like reflection does: <c>Namespace.Outer+Inner</c>.</summary>
internal static class TypeNames
{
    public static string Of(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = Join(metadata, type.Namespace, type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Of(metadata, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : name;
    }

    public static string Of(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = Join(metadata, type.Namespace, type.Name);
        var outer = type.GetDeclaringType();
        return outer.IsNil ? name : $"{Of(metadata, outer)}+{name}";
    }

    /// <summary>Names a referenced or defined type.</summary>
    /// <param name="metadata">The DLL.</param>
    /// <param name="handle">A type handle of any kind.</param>
    /// <returns>The name, or <see langword="null"/> for a constructed type.</returns>
    public static string? Of(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => Of(metadata, (TypeReferenceHandle)handle),
        HandleKind.TypeDefinition => Of(metadata, (TypeDefinitionHandle)handle),
        _ => null,
    };

    public static string? OfAttribute(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind switch
        {
            HandleKind.MemberReference =>
                Of(metadata, metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent),
            HandleKind.MethodDefinition => Of(
                metadata,
                metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()),
            _ => null,
        };

    private static string Join(MetadataReader metadata, StringHandle space, StringHandle name) =>
        space.IsNil ? metadata.GetString(name) : $"{metadata.GetString(space)}.{metadata.GetString(name)}";
}
