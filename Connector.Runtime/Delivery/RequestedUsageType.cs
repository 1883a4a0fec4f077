using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Connector.Runtime.Schemas;

namespace Connector.Runtime.Delivery;

/// <summary>Reads usage types as callers write them.</summary>
internal static class RequestedUsageType
{
    /// <summary>Accepts any name, as a test does that tries a template of its own.</summary>
    /// <exception cref="ConnectorRequestException">It is no name at all.</exception>
    public static UsageType ParseAny(string? text, string pointer) =>
        string.IsNullOrWhiteSpace(text) || text.Length > UsageType.MaxLength
            ? throw Invalid(pointer, $"must be a name of 1 to {UsageType.MaxLength} characters, such as SignIn.")
            : new UsageType(text);

    /// <summary>
    /// Accepts the well-known names and those that the configuration adds. A misspelt one would silently get the
    /// Generic text, so it is refused.
    /// </summary>
    /// <exception cref="ConnectorRequestException">It is not known.</exception>
    public static UsageType ParseKnown(string? text, IReadOnlyCollection<string> added, string pointer)
    {
        var usageType = ParseAny(text, pointer);
        if (UsageType.WellKnown.Contains(usageType) || added.Contains(usageType.Value))
        {
            return usageType;
        }

        var known = UsageType.WellKnown.Select(wellKnown => wellKnown.Value).Concat(added).ToList();
        throw Invalid(
            pointer,
            $"is not a known usage type.{Spelling.Suggestion(usageType.Value, known)} " +
            $"Use one of {string.Join(", ", known)}, " +
            "or add yours to ConnectorHost:Messages:UsageTypes.");
    }

    private static ConnectorRequestException Invalid(string pointer, string what) =>
        new(ConnectorRequestKind.Invalid, "usage_type_unknown", "The usage type is not known", "Nothing was sent.")
        {
            Issues = [new ConfigIssue(pointer, $"{pointer.TrimStart('/')} {what}")],
        };
}
