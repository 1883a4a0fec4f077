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
            return KnownProblems.MalformedJson(body.Length == 0
                ? "The body is empty."
                : $"Reading stopped at line {syntax.LineNumber + 1}, byte {syntax.BytePositionInLine + 1}.");
        }
    }

    private static List<ProblemError> FindErrors(JsonElement root, JsonTypeInfo type, JsonException failure)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return [new ProblemError("", "Must be an object.")];
        }

        List<ProblemError> errors =
            [.. UnknownMembers(root, type), .. DoubledMembers(root), .. MissingMembers(root, type)];
        return errors.Count > 0 ? errors : [WrongMember(type, failure)];
    }

    private static IEnumerable<ProblemError> UnknownMembers(JsonElement root, JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            // Free JSON, whose members the engine judges.
            return [];
        }

        var known = type.Properties.Select(property => property.Name).ToList();
        return root.EnumerateObject()
            .Select(member => member.Name)
            .Where(name => !known.Contains(name))
            .Select(name => new ProblemError(Pointer(name), $"Is not known here. Known: {string.Join(", ", known)}."));
    }

    private static IEnumerable<ProblemError> DoubledMembers(JsonElement root) => root.EnumerateObject()
        .CountBy(member => member.Name)
        .Where(count => count.Value > 1)
        .Select(count => new ProblemError(Pointer(count.Key), "Stands there more than once."));

    private static IEnumerable<ProblemError> MissingMembers(JsonElement root, JsonTypeInfo type) => type.Properties
        .Where(property => property.IsRequired && !root.TryGetProperty(property.Name, out _))
        .Select(property => new ProblemError(Pointer(property.Name), "Is required."));

    /// <summary>Request types are flat, so a path such as <c>$.expiresAt</c> has one step.</summary>
    private static ProblemError WrongMember(JsonTypeInfo type, JsonException failure)
    {
        var name = failure.Path is ['$', '.', .. var rest] ? rest : "";
        var property = type.Properties.FirstOrDefault(candidate => candidate.Name == name);
        return property is null
            ? new ProblemError("", "Does not have the expected form, or an object in it has a member twice.")
            : new ProblemError(Pointer(name), Expectation(property.PropertyType));
    }

    private static string Expectation(Type type)
    {
        if (type == typeof(string))
        {
            return "Must be a string.";
        }

        return type == typeof(DateTimeOffset?)
            ? "Must be an instant with its offset, such as 2030-01-31T12:00:00Z."
            : "Does not have the expected form.";
    }

    private static string Pointer(string name) =>
        "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
