using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Connector.Host.Problems;

namespace Connector.Host.Api;

/// <summary>Says what is wrong with a body that could not be read, without repeating any value of it.</summary>
internal static class JsonBodyDiagnosis
{
    public static ApiProblem Explain(byte[] body, JsonTypeInfo type, JsonException failure)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return KnownProblems.InvalidBody(FindErrors(document.RootElement, type, failure));
        }
        catch (JsonException syntax)
        {
            return KnownProblems.MalformedJson(Describe(body, syntax));
        }
    }

    private static string Describe(byte[] body, JsonException syntax)
    {
        if (body.Length == 0)
        {
            return "The body is empty.";
        }

        return $"Reading stopped at line {syntax.LineNumber + 1}, byte {syntax.BytePositionInLine + 1}.";
    }

    private static List<ProblemError> FindErrors(JsonElement root, JsonTypeInfo type, JsonException failure)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return [new ProblemError("", "Must be an object.")];
        }

        var errors = new List<ProblemError>();
        AddUnknownMembers(root, type, errors);
        AddMissingMembers(root, type, errors);
        if (errors.Count == 0)
        {
            errors.Add(new ProblemError(ToPointer(failure.Path), "Has the wrong type or form, or stands there twice."));
        }

        return errors;
    }

    private static void AddUnknownMembers(JsonElement root, JsonTypeInfo type, List<ProblemError> errors)
    {
        var known = string.Join(", ", type.Properties.Select(property => property.Name));
        foreach (var member in root.EnumerateObject().Where(member => !IsKnown(type, member.Name)))
        {
            errors.Add(new ProblemError(Escape(member.Name), $"Is not known here. Known: {known}."));
        }
    }

    private static void AddMissingMembers(JsonElement root, JsonTypeInfo type, List<ProblemError> errors)
    {
        foreach (var property in type.Properties.Where(property => property.IsRequired))
        {
            if (!root.TryGetProperty(property.Name, out _))
            {
                errors.Add(new ProblemError(Escape(property.Name), "Is required."));
            }
        }
    }

    private static bool IsKnown(JsonTypeInfo type, string name) =>
        type.Properties.Any(property => property.Name == name);

    private static string Escape(string name) =>
        "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Request types are flat, so a path such as <c>$.expiresAt</c> has one step.</summary>
    private static string ToPointer(string? path) =>
        path is not null && path.StartsWith("$.", StringComparison.Ordinal) ? Escape(path[2..]) : "";
}
