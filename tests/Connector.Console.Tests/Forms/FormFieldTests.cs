using Connector.Host.WebConsole;

namespace Connector.Console.Tests.Forms;

internal sealed class FormFieldTests
{
    [TestCase("true", FieldKind.Json)]
    [TestCase("{}", FieldKind.Json)]
    [TestCase("""{ "type": ["string", "object"] }""", FieldKind.Json)]
    [TestCase("""{ "type": "object" }""", FieldKind.Json)]
    [TestCase("""{ "type": "array" }""", FieldKind.Json)]
    [TestCase("""{ "type": "array", "items": [{ "type": "string" }] }""", FieldKind.Json)]
    [TestCase("""{ "type": "string" }""", FieldKind.Text)]
    [TestCase("""{ "type": ["string", "null"] }""", FieldKind.Text)]
    [TestCase("""{ "pattern": "^a" }""", FieldKind.Text)]
    [TestCase("""{ "anyOf": [{ "type": "string" }, { "type": "null" }], "type": "string" }""", FieldKind.Text)]
    [TestCase("""{ "type": "string", "maxLength": 500 }""", FieldKind.LongText)]
    [TestCase("""{ "type": "string", "x-multiline": true }""", FieldKind.LongText)]
    [TestCase("""{ "type": "integer" }""", FieldKind.Integer)]
    [TestCase("""{ "type": ["integer", "number"] }""", FieldKind.Number)]
    [TestCase("""{ "type": "boolean" }""", FieldKind.Switch)]
    [TestCase("""{ "enum": [1, "b", null] }""", FieldKind.Choice)]
    [TestCase("""{ "oneOf": [{ "const": 1, "title": "One" }, { "const": 2 }] }""", FieldKind.Choice)]
    [TestCase("""{ "type": "array", "items": { "enum": ["a"] } }""", FieldKind.Choices)]
    [TestCase("""{ "type": "array", "items": { "type": "string" } }""", FieldKind.List)]
    [TestCase("""{ "properties": { "a": {} } }""", FieldKind.Group)]
    [TestCase("""{ "type": "object", "additionalProperties": { "type": "string" } }""", FieldKind.Map)]
    [TestCase("""{ "oneOf": [{ "type": "string" }, { "properties": { "a": {} } }] }""", FieldKind.Variants)]
    [TestCase("""{ "type": "string", "anyOf": [{ "minLength": 3 }, { "pattern": "a" }] }""", FieldKind.Text)]
    public void A_schema_decides_how_its_place_is_edited(string schema, FieldKind kind) =>
        Assert.That(Schemas.Member(schema).Kind, Is.EqualTo(kind));

    [Test]
    public void References_and_combinations_read_as_one()
    {
        var root = FormField.Read("""
            {
              "definitions": { "name": { "type": "string", "title": "Name", "writeOnly": true } },
              "type": "object",
              "allOf": [
                { "properties": { "a": { "$ref": "#/definitions/name" } }, "required": ["a"] },
                { "properties": { "a": { "description": "Whose." }, "b": { "type": "integer" } } }
              ]
            }
            """);

        var members = root.Members(null);

        Assert.That(members.Select(member => member.Name), Is.EqualTo(["a", "b"]));
        Assert.That((members[0].Title, members[0].Description), Is.EqualTo(("Name", "Whose.")));
        Assert.That(members[0].IsSecret && members[0].IsRequired, Is.True);
        Assert.That(members[1].IsRequired, Is.False);
    }

    [Test]
    public void A_condition_adds_its_fields_only_where_it_holds()
    {
        var root = FormField.Read("""
            {
              "type": "object",
              "properties": { "mode": { "enum": ["proxy", "direct"] } },
              "if": { "properties": { "mode": { "const": "proxy" } }, "required": ["mode"] },
              "then": { "properties": { "host": { "type": "string" } }, "required": ["host"] },
              "else": { "properties": { "address": { "type": "string" } } },
              "dependencies": { "mode": ["weight"] }
            }
            """);

        Assert.That(Names("""{ "mode": "proxy" }"""), Is.EqualTo(["mode", "host"]));
        Assert.That(Names("""{ "mode": "direct" }"""), Is.EqualTo(["mode", "address"]));
        Assert.That(Names("{}"), Is.EqualTo(["mode", "address"]));

        IEnumerable<string> Names(string value) => root.Members(Schemas.Parse(value)).Select(member => member.Name);
    }

    [TestCaseSource(typeof(Schemas), nameof(Schemas.Hostile))]
    public void No_schema_breaks_reading(string schema)
    {
        var members = FormField.Read(schema).Members(Schemas.Parse("""{ "x": 1, "more": {} }"""));

        Assert.That(members.SelectMany(member => member.Members(null)).Count(), Is.LessThan(1000));
    }

    [Test]
    public void The_templates_of_the_bundled_connectors_are_known_by_their_shape()
    {
        var templates = FormField.Read(Schemas.Twilio).Members(null).Single(member => member.Name == "templates");

        Assert.That(templates.Kind, Is.EqualTo(FieldKind.Templates));
    }

    [Test]
    public void Templates_with_further_members_are_an_ordinary_list()
    {
        var field = Schemas.Member("""
            { "type": "array", "items": { "type": "object", "properties": {
              "usageType": { "type": "string" }, "content": { "type": "string" }, "flash": { "type": "boolean" } } } }
            """);

        Assert.That(field.Kind, Is.EqualTo(FieldKind.List));
    }

    [TestCase("accountSID", "Account SID")]
    [TestCase("tokenHeader", "Token header")]
    [TestCase("api_key", "Api key")]
    [TestCase("URL", "URL")]
    [TestCase("", "")]
    public void A_name_without_a_title_reads_as_words(string name, string title) =>
        Assert.That(FieldTexts.Humanize(name), Is.EqualTo(title));

    [Test]
    [SetUICulture("es")]
    public void A_schema_may_bring_its_words_in_further_languages()
    {
        var field = Schemas.Member("""
            {
              "title": "Sender", "description": "Who sends.",
              "x-translations": { "es": { "title": "Remitente", "description": 7 }, "fr": { "title": "Expéditeur" } }
            }
            """);

        Assert.That((field.Title, field.Description), Is.EqualTo(("Remitente", "Who sends.")));
    }

    [Test]
    [SetUICulture("es")]
    public void The_values_of_a_choice_may_have_words()
    {
        var field = Schemas.Member("""
            {
              "enum": ["fast", "cheap", 3, "odd"],
              "x-translations": { "es": { "enum": { "fast": "rápido", "3": "tres", "odd": 7 } } }
            }
            """);

        Assert.That(field.Choices.Select(choice => choice.Title), Is.EqualTo(["rápido", "cheap", "tres", "odd"]));
    }

    [Test]
    [SetUICulture("es")]
    public void Examples_may_be_in_the_language_of_the_page()
    {
        var field = Schemas.Member("""
            { "examples": ["Hello"], "x-translations": { "es": { "examples": ["Hola"] }, "fr": { "examples": 7 } } }
            """);

        Assert.That(field.Examples.Select(FieldTexts.Show), Is.EqualTo(["Hola"]));
    }

    [TestCase("7")]
    [TestCase("{ \"es\": 7 }")]
    [TestCase("{ \"es\": { \"enum\": [\"x\"], \"title\": [] } }")]
    [SetUICulture("es")]
    public void Malformed_words_count_as_none(string words)
    {
        var field = Schemas.Member($$"""{ "title": "Mode", "enum": ["fast"], "x-translations": {{words}} }""");

        Assert.That((field.Title, field.Choices[0].Title), Is.EqualTo(("Mode", "fast")));
    }

    [TestCase("""{ "kind": "key", "key": "x" }""", 1)]
    [TestCase("""{ "kind": "basic" }""", 0)]
    [TestCase("""{ "key": "x" }""", 1)]
    public void The_form_that_fits_a_value_best_is_found(string value, int expected)
    {
        var field = FormField.Read(Schemas.Everything).Members(null).Single(member => member.Name == "signIn");

        Assert.That(VariantMatch.Best(field.Variants, Schemas.Parse(value)), Is.EqualTo(expected));
    }

    [Test]
    public void Another_form_keeps_what_both_have_and_says_which_it_is()
    {
        var field = Schemas.Member("""
            { "oneOf": [
              { "type": "object", "properties": { "kind": { "const": "a" }, "name": { "type": "string" } } },
              { "type": "object", "properties": { "kind": { "const": "b" }, "name": {}, "age": {} } } ] }
            """);

        var converted = VariantMatch.Convert(
            field.Variants[1], Schemas.Parse("""{ "kind": "a", "name": "n", "gone": 1 }"""));

        Assert.That(converted!.ToJsonString(), Is.EqualTo("""{"kind":"b","name":"n"}"""));
    }
}
