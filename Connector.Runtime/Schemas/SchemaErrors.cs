using System.Globalization;
using System.Text.Json;
using Connector.Abstractions;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Connector.Runtime.Schemas;

/// <summary>Says in words, with a JSON Pointer, what NJsonSchema found.</summary>
internal static class SchemaErrors
{
    private const string ObjectExpected = "must be an object.";

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static IEnumerable<ConfigIssue> Describe(IEnumerable<ValidationError> errors, JsonElement config) =>
        WithoutConsequences([.. errors.SelectMany(error => Describe(error, config))]);

    // NJsonSchema misses the members of what should be an object and isn't.
    private static IEnumerable<ConfigIssue> WithoutConsequences(IReadOnlyList<ConfigIssue> issues)
    {
        var notObjects = issues
            .Where(issue => issue.Message.EndsWith(ObjectExpected, StringComparison.Ordinal))
            .ToList();
        return issues.Where(issue => !notObjects.Exists(
            parent => issue.Pointer.StartsWith($"{parent.Pointer}/", StringComparison.Ordinal)));
    }

    private static IEnumerable<ConfigIssue> Describe(ValidationError error, JsonElement config)
    {
        var isChoice = error.Kind is ValidationErrorKind.NotAnyOf or ValidationErrorKind.NotOneOf;
        if (error is ChildSchemaValidationError parent && !isChoice)
        {
            return parent.Errors.Values.SelectMany(children => Describe(children, config));
        }

        var pointer = ErrorPath.ToPointer(error.Path ?? "", config);
        return [new ConfigIssue(pointer, $"{Subject(pointer)} {Message(error)}")];
    }

    private static string Subject(string pointer) => JsonPointer.LastName(pointer) switch
    {
        "" => "The configuration",
        var name when name.All(char.IsAsciiDigit) => $"Item {name}",
        var name => name,
    };

    private static string Message(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => "is required.",
        ValidationErrorKind.NoAdditionalPropertiesAllowed or ValidationErrorKind.AdditionalPropertiesNotValid =>
            $"is not a known setting.{DidYouMean(error)}",
        ValidationErrorKind.PatternMismatch => PatternMessage(error.Schema),
        ValidationErrorKind.StringTooShort => $"must have at least {error.Schema.MinLength} characters.",
        ValidationErrorKind.StringTooLong => $"must have at most {error.Schema.MaxLength} characters.",
        ValidationErrorKind.NumberTooSmall => string.Create(Invariant, $"must be at least {error.Schema.Minimum}."),
        ValidationErrorKind.NumberTooBig => string.Create(Invariant, $"must be at most {error.Schema.Maximum}."),
        ValidationErrorKind.NotInEnumeration => $"must be one of: {string.Join(", ", error.Schema.Enumeration)}.",
        ValidationErrorKind.TooFewItems => $"must have at least {error.Schema.MinItems} items.",
        ValidationErrorKind.TooManyItems => $"must have at most {error.Schema.MaxItems} items.",
        ValidationErrorKind.ItemsNotUnique => "must not have the same item twice.",
        ValidationErrorKind.StringExpected => "must be text.",
        ValidationErrorKind.BooleanExpected => "must be true or false.",
        ValidationErrorKind.IntegerExpected => "must be a whole number.",
        ValidationErrorKind.NumberExpected => "must be a number.",
        ValidationErrorKind.ArrayExpected => "must be a list.",
        ValidationErrorKind.ObjectExpected => ObjectExpected,
        ValidationErrorKind.UriExpected => "must be an absolute address, such as https://example.com.",
        ValidationErrorKind.EmailExpected => "must be an e-mail address.",
        ValidationErrorKind.NotAnyOf or ValidationErrorKind.NotOneOf =>
            $"doesn't have one of the allowed forms.{Hint(error.Schema)}",
        _ => $"doesn't satisfy the schema ({error.Kind}).",
    };

    // A pattern tells a person little, its description and example a lot.
    private static string PatternMessage(JsonSchema schema) => $"doesn't have the expected form.{Hint(schema)}";

    private static string Hint(JsonSchema schema) =>
        string.IsNullOrWhiteSpace(schema.Description) ? "" : $" {schema.Description}";

    private static string DidYouMean(ValidationError error) =>
        Spelling.Suggestion(error.Property ?? "", error.Schema?.Properties.Keys ?? []);
}
