using System.Reflection;
using System.Reflection.Metadata;
using Connector.Runtime.Plugins;

namespace Connector.Verifier;

/// <summary>Reads the properties of a configuration type as System.Text.Json would bind them.</summary>
internal static class ConfigTypeReader
{
    private const string Serialization = "System.Text.Json.Serialization.";
    private const string Name = Serialization + "JsonPropertyNameAttribute";
    private const string Ignore = Serialization + "JsonIgnoreAttribute";
    private const string Converter = Serialization + "JsonConverterAttribute";
    private const string Extension = Serialization + "JsonExtensionDataAttribute";
    private const string RequiredForJson = Serialization + "JsonRequiredAttribute";
    private const string Required = "System.Runtime.CompilerServices.RequiredMemberAttribute";

    /// <returns>
    /// By name in JSON; <see langword="null"/> when its own code decides what it takes, or a base class elsewhere.
    /// </returns>
    public static Dictionary<string, ConfigProperty>? Read(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var properties = new Dictionary<string, ConfigProperty>(StringComparer.OrdinalIgnoreCase);
        EntityHandle type = handle;
        while (type.Kind == HandleKind.TypeDefinition)
        {
            var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)type);
            if (Has(metadata, definition.GetCustomAttributes(), Converter) || !AddOwn(metadata, definition, properties))
            {
                return null;
            }

            type = definition.BaseType;
        }

        return TypeNames.Of(metadata, type) == "System.Object" ? properties : null;
    }

    /// <summary>Spells a name so that naming policies make no difference.</summary>
    public static string Normalize(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    private static bool AddOwn(
        MetadataReader metadata, TypeDefinition type, Dictionary<string, ConfigProperty> properties)
    {
        foreach (var handle in type.GetProperties())
        {
            var property = metadata.GetPropertyDefinition(handle);
            var attributes = property.GetCustomAttributes();
            if (Has(metadata, attributes, Extension))
            {
                return false;
            }

            if (IsPublicAndSettable(metadata, type, property) && !Has(metadata, attributes, Ignore))
            {
                var read = Read(metadata, property);
                properties.TryAdd(Normalize(read.JsonName), read);
            }
        }

        return true;
    }

    private static ConfigProperty Read(MetadataReader metadata, PropertyDefinition property)
    {
        var attributes = property.GetCustomAttributes();
        var name = metadata.GetString(property.Name);
        var shape = Has(metadata, attributes, Converter)
            ? PropertyShape.Any
            : property.DecodeSignature(new ShapeReader(), genericContext: null).ReturnType;
        return new ConfigProperty(
            name,
            FindAttribute(metadata, attributes, Name) is { } given ? ReadName(metadata, given) ?? name : name,
            Has(metadata, attributes, Required) || Has(metadata, attributes, RequiredForJson),
            shape);
    }

    // A positional record's property has a setter too ("init"); one without is set by the constructor, if at all.
    private static bool IsPublicAndSettable(MetadataReader metadata, TypeDefinition type, PropertyDefinition property)
    {
        var accessors = property.GetAccessors();
        if (accessors.Getter.IsNil || !IsPublic(metadata, accessors.Getter))
        {
            return false;
        }

        return accessors.Setter.IsNil
            ? IsConstructorParameter(metadata, type, metadata.GetString(property.Name))
            : IsPublic(metadata, accessors.Setter);
    }

    private static bool IsPublic(MetadataReader metadata, MethodDefinitionHandle handle)
    {
        var attributes = metadata.GetMethodDefinition(handle).Attributes;
        return (attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
            && !attributes.HasFlag(MethodAttributes.Static);
    }

    private static bool IsConstructorParameter(MetadataReader metadata, TypeDefinition type, string property) =>
        type.GetMethods()
            .Select(metadata.GetMethodDefinition)
            .Where(method => metadata.StringComparer.Equals(method.Name, ".ctor"))
            .SelectMany(method => method.GetParameters())
            .Any(parameter => string.Equals(
                metadata.GetString(metadata.GetParameter(parameter).Name),
                property,
                StringComparison.OrdinalIgnoreCase));

    private static bool Has(MetadataReader metadata, CustomAttributeHandleCollection attributes, string name) =>
        FindAttribute(metadata, attributes, name) is not null;

    private static CustomAttribute? FindAttribute(
        MetadataReader metadata, CustomAttributeHandleCollection attributes, string name)
    {
        foreach (var handle in attributes)
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (TypeNames.OfAttribute(metadata, attribute) == name)
            {
                return attribute;
            }
        }

        return null;
    }

    private static string? ReadName(MetadataReader metadata, CustomAttribute attribute)
    {
        var blob = metadata.GetBlobReader(attribute.Value);
        blob.ReadUInt16();
        return blob.ReadSerializedString();
    }
}
