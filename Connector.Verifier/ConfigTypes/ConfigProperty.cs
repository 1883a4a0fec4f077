namespace Connector.Verifier;

/// <summary>A property that JSON can set.</summary>
/// <param name="Name">As the type spells it.</param>
/// <param name="JsonName">As JSON spells it, but for hyphens, underscores and case.</param>
/// <param name="IsRequired">Whether binding fails without it.</param>
/// <param name="Shape">What it holds.</param>
internal sealed record ConfigProperty(string Name, string JsonName, bool IsRequired, PropertyShape Shape);
