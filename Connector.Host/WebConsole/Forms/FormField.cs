using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Host.WebConsole;

/// <summary>One part of a configuration as a form shows it, read from the schema. Thread-safe.</summary>
public sealed class FormField
{
    private readonly SchemaView schema;
    private readonly Lazy<IReadOnlyList<FormField>> variants;
    private readonly Lazy<FormField?> item;
    private readonly Lazy<FormField?> others;

    internal FormField(string name, SchemaView schema, bool isRequired)
    {
        this.schema = schema;
        Name = name;
        IsRequired = isRequired;
        Kind = FieldKinds.Of(schema);
        Title = FieldTexts.Of(schema, "title") ?? FieldTexts.Humanize(name);
        Description = FieldTexts.Of(schema, "description");
        variants = new Lazy<IReadOnlyList<FormField>>(() => FieldKinds.Variants(schema, this));
        item = new Lazy<FormField?>(() => Nameless(schema.Items()));
        others = new Lazy<FormField?>(() => Nameless(schema.Others()));
    }

    /// <summary>The member's name; empty for the configuration, an item or a form of several.</summary>
    public string Name { get; }

    /// <summary>What a person calls it; empty when neither the schema nor the name says.</summary>
    public string Title { get; }

    /// <summary>What it is for.</summary>
    public string? Description { get; }

    /// <summary>How it is edited.</summary>
    public FieldKind Kind { get; }

    /// <summary>Whether a configuration without it is incomplete.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether nobody may read what is stored.</summary>
    public bool IsSecret => schema.Is("writeOnly");

    /// <summary>Whether most people leave it as it is.</summary>
    public bool IsAdvanced => !IsRequired && schema.Is("x-advanced");

    /// <summary>Whether the schema leads back to itself here: shown only where there is a value.</summary>
    public bool IsRecursive => schema.IsRecursive;

    /// <summary>What counts when nothing is given; undefined when the schema doesn't say.</summary>
    public JsonElement Default => schema.First("default");

    /// <summary>Values to imitate.</summary>
    public IReadOnlyList<JsonElement> Examples =>
        FieldTexts.Examples(schema) is { ValueKind: JsonValueKind.Array } examples
            ? [.. examples.EnumerateArray()]
            : [];

    /// <summary>What texts look like, such as <c>uri</c>.</summary>
    public string? Format => schema.Text("format");

    /// <summary>What may be chosen.</summary>
    public IReadOnlyList<FieldChoice> Choices =>
        FieldKinds.Choices(Kind == FieldKind.Choices ? schema.Items()! : schema);

    /// <summary>What each item of an array is.</summary>
    public FormField? Item => item.Value;

    /// <summary>What members are that the operator names; none when there may be none.</summary>
    public FormField? Others => others.Value;

    /// <summary>The forms it may have.</summary>
    public IReadOnlyList<FormField> Variants => variants.Value;

    internal SchemaView Schema => schema;

    /// <summary>Reads the schema of a configuration. Never fails: what can't be read is edited as JSON.</summary>
    public static FormField Read(string schemaJson)
    {
        try
        {
            return new FormField("", SchemaView.Of(JsonElement.Parse(schemaJson)), isRequired: true);
        }
        catch (JsonException)
        {
            return new FormField("", SchemaView.Of(default), isRequired: true);
        }
    }

    /// <summary>The members that are known, in the order of the schema; a value may bring further ones.</summary>
    public IReadOnlyList<FormField> Members(JsonNode? value)
    {
        var current = FieldConditions.Apply(schema, value);
        var required = current.Names("required");
        return
        [
            .. current.Members().Select(name => new FormField(name, current.Member(name), required.Contains(name))),
        ];
    }

    private static FormField? Nameless(SchemaView? schema) =>
        schema is null ? null : new FormField("", schema, isRequired: true);
}
