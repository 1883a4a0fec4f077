using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Testing.Schemas;

namespace Connector.Testing.Checks;

/// <summary>A schema is a form, its help texts and its first validation at once.</summary>
internal static partial class SchemaRule
{
    public const string NoSchema = "The assembly carries no config schema that is a JSON object.";

    private static readonly string[] Explanations = ["title", "description"];

    private static readonly string[] Passive =
    [
        "const", "contains", "if", "then", "else", "dependentRequired", "dependentSchemas", "dependencies",
        "propertyNames", "prefixItems", "unevaluatedItems", "unevaluatedProperties",
    ];

    public static Rule Rule { get; } = new(
        "config-schema", "The schema is closed, explains every member, and marks secrets.", ApplyAsync);

    private static Task ApplyAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        Check(EmbeddedFiles.Of(subject.PluginType).ReadSchema(), findings);
        return Task.CompletedTask;
    }

    internal static void Check(JsonElement schema, Findings findings)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            findings.Add(NoSchema);
            return;
        }

        foreach (var (pointer, part) in new SchemaView(schema, schema).Walk())
        {
            findings.AddAll(CheckPart(pointer.Length == 0 ? "The schema" : pointer, part));
        }
    }

    private static IEnumerable<string> CheckPart(string pointer, SchemaView part)
    {
        if (part.Types.Contains("object") && !part.IsClosed)
        {
            yield return $"{pointer} lacks \"additionalProperties\": false; a misspelt name would go unnoticed.";
        }

        // What an array's items or a map's values are, the array or map tells.
        var isElement = pointer.EndsWith("/0", StringComparison.Ordinal) || pointer.EndsWith('*');
        foreach (var keyword in Explanations.Where(keyword => !isElement && !part.Says(keyword)))
        {
            yield return $"{pointer} lacks a {keyword}; the form shows it.";
        }

        foreach (var keyword in Passive.Where(part.Says))
        {
            yield return $"{pointer} uses {keyword}, which the host's validator ignores. Check it in your own.";
        }

        if (SecretName().IsMatch(pointer) && part.Allows("string") && !part.IsSecret)
        {
            yield return $"{pointer} looks like a secret but isn't \"writeOnly\": true; hosts would show its value.";
        }
    }

    [GeneratedRegex(
        "(password|passphrase|secret|token|apiKey|privateKey|accessKey)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();
}
