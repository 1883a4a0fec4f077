using System.Reflection.Metadata;

namespace Connector.Verifier;

/// <summary>The type of a property, or of a list's items.</summary>
/// <param name="Json">What JSON it holds.</param>
/// <param name="Type">The plugin's own class that an object becomes.</param>
/// <param name="Items">What a list holds.</param>
internal sealed record PropertyShape(JsonShape Json, TypeDefinitionHandle? Type = null, PropertyShape? Items = null)
{
    public static PropertyShape Any { get; } = new(JsonShape.Any);
}
