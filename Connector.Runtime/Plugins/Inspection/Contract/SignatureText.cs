using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Spells signatures alike whichever assembly they stand in, so that a plugin's reference and the host's definition
/// compare as text. Assemblies are left out: the framework moves types between them.
/// </summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>
{
    private static readonly SignatureText Provider = new();

    private SignatureText()
    {
    }

    public static string Of(MetadataReader metadata, MemberReference member)
    {
        var name = metadata.GetString(member.Name);
        return member.GetKind() == MemberReferenceKind.Field
            ? $"{name}:{member.DecodeFieldSignature(Provider, genericContext: null)}"
            : Of(name, member.DecodeMethodSignature(Provider, genericContext: null));
    }

    public static string Of(MetadataReader metadata, MethodDefinition method) =>
        Of(metadata.GetString(method.Name), method.DecodeSignature(Provider, genericContext: null));

    public static string Of(MetadataReader metadata, FieldDefinition field) =>
        $"{metadata.GetString(field.Name)}:{field.DecodeSignature(Provider, genericContext: null)}";

    public static string Of(MetadataReader metadata, TypeSpecification type) =>
        type.DecodeSignature(Provider, genericContext: null);

    /// <summary>Leaves namespaces out, for people.</summary>
    /// <param name="signature">A signature of this class.</param>
    /// <returns>Such as <c>SendAsync(PhoneNumber,CancellationToken):Task`1&lt;SendOutcome&gt;</c>.</returns>
    public static string Shorten(string signature)
    {
        var text = new System.Text.StringBuilder(signature.Length);
        foreach (var c in signature)
        {
            if (c is '.' && EndsInName(text))
            {
                RemoveLastName(text);
                continue;
            }

            text.Append(c);
        }

        return text.ToString();
    }

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{shape.Rank}]";

    public string GetByReferenceType(string elementType) => $"{elementType}&";

    public string GetFunctionPointerType(MethodSignature<string> signature) => Of("*", signature);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(',', typeArguments)}>";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        $"{unmodifiedType} {(isRequired ? "modreq" : "modopt")}({modifier})";

    public string GetPinnedType(string elementType) => elementType;

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        TypeNames.Of(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        TypeNames.Of(reader, handle);

    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        Of(reader, reader.GetTypeSpecification(handle));

    private static string Of(string name, MethodSignature<string> signature)
    {
        var generic = signature.GenericParameterCount == 0 ? "" : $"``{signature.GenericParameterCount}";
        var scope = signature.Header.IsInstance ? "" : "static ";
        return $"{scope}{name}{generic}({string.Join(',', signature.ParameterTypes)}):{signature.ReturnType}";
    }

    private static bool EndsInName(System.Text.StringBuilder text) =>
        text.Length > 0 && (char.IsLetterOrDigit(text[^1]) || text[^1] == '_');

    private static void RemoveLastName(System.Text.StringBuilder text)
    {
        while (EndsInName(text))
        {
            text.Length--;
        }
    }
}
