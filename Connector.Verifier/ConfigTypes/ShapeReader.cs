using System.Collections.Immutable;
using System.Reflection.Metadata;
using Connector.Runtime.Plugins;

namespace Connector.Verifier;

/// <summary>Reads types of signatures. What it doesn't know for certain may hold anything.</summary>
internal sealed class ShapeReader : ISignatureTypeProvider<PropertyShape, object?>
{
    private const string Nullable = "System.Nullable`1";

    // Marks the one type whose argument is the shape.
    private static readonly PropertyShape NullableType = new(JsonShape.Any);
    private static readonly PropertyShape List = new(JsonShape.Array);

    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.IReadOnlyList`1", "System.Collections.Generic.IReadOnlyCollection`1",
        "System.Collections.Generic.IList`1", "System.Collections.Generic.ICollection`1",
        "System.Collections.Generic.IEnumerable`1", "System.Collections.Generic.List`1",
        "System.Collections.Generic.HashSet`1", "System.Collections.Immutable.ImmutableArray`1",
        "System.Collections.Immutable.ImmutableList`1",
    };

    public PropertyShape GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode switch
    {
        PrimitiveTypeCode.String or PrimitiveTypeCode.Char => new PropertyShape(JsonShape.String),
        PrimitiveTypeCode.Boolean => new PropertyShape(JsonShape.Boolean),
        PrimitiveTypeCode.Single or PrimitiveTypeCode.Double => new PropertyShape(JsonShape.Number),
        >= PrimitiveTypeCode.SByte and <= PrimitiveTypeCode.UInt64 => new PropertyShape(JsonShape.Integer),
        _ => PropertyShape.Any,
    };

    public PropertyShape GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        const byte Struct = 0x11;

        // An enum may be written as name or number, and a struct usually has a converter.
        return rawTypeKind == Struct ? PropertyShape.Any : new PropertyShape(JsonShape.Object, handle);
    }

    public PropertyShape GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var name = TypeNames.Of(reader, handle);
        return name switch
        {
            Nullable => NullableType,
            "System.Decimal" => new PropertyShape(JsonShape.Number),
            "System.Uri" or "System.TimeSpan" or "System.DateTimeOffset" or "System.DateTime" or "System.Guid" =>
                new PropertyShape(JsonShape.String),
            _ => Lists.Contains(name) ? List : PropertyShape.Any,
        };
    }

    public PropertyShape GetGenericInstantiation(PropertyShape genericType, ImmutableArray<PropertyShape> typeArguments)
    {
        if (ReferenceEquals(genericType, NullableType))
        {
            return typeArguments[0];
        }

        return ReferenceEquals(genericType, List) ? List with { Items = typeArguments[0] } : PropertyShape.Any;
    }

    public PropertyShape GetSZArrayType(PropertyShape elementType) => List with { Items = elementType };

    public PropertyShape GetArrayType(PropertyShape elementType, ArrayShape shape) => PropertyShape.Any;

    public PropertyShape GetByReferenceType(PropertyShape elementType) => PropertyShape.Any;

    public PropertyShape GetPointerType(PropertyShape elementType) => PropertyShape.Any;

    public PropertyShape GetPinnedType(PropertyShape elementType) => PropertyShape.Any;

    public PropertyShape GetFunctionPointerType(MethodSignature<PropertyShape> signature) => PropertyShape.Any;

    public PropertyShape GetGenericMethodParameter(object? genericContext, int index) => PropertyShape.Any;

    public PropertyShape GetGenericTypeParameter(object? genericContext, int index) => PropertyShape.Any;

    // Such as the "init" of a setter.
    public PropertyShape GetModifiedType(PropertyShape modifier, PropertyShape unmodifiedType, bool isRequired) =>
        unmodifiedType;

    public PropertyShape GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
}
