using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Abstractions.Templates;
using Connector.Host.WebConsole;
using Connector.Runtime.Delivery;

namespace Connector.Console.Tests.Forms;

internal sealed class TemplateTests
{
    private static readonly JsonElement Payload =
        JsonElement.Parse("""{ "code": "123456", "link": "https://x.example" }""");

    [TestCase("Your code.", "Lint.NoCode")]
    [TestCase("{{Code}} is your code.", "Lint.NoCode")]
    [TestCase("{{Code}} is your code.", "Lint.Misspelt")]
    [TestCase("{{code}} for {{shop.name}}", "Lint.Unknown")]
    [TestCase("{{code}} and {{ code is }", "Lint.Braces")]
    [TestCase("{{code}} {code}", "Lint.Braces")]
    [TestCase("{{code}} isn’t to be shared", "Lint.Odd.Instead")]
    [TestCase("{{code}}\u200b", "Lint.Odd.Drop")]
    [TestCase("{{code}} 🔐", "Lint.Odd")]
    public void What_its_author_may_not_expect_is_found(string content, string kind) =>
        Assert.That(Find(content).Select(finding => finding.Kind), Does.Contain(kind));

    [TestCase("{{code}} is your code.")]
    [TestCase("Open {{ link }} ñ é ü € [1]")]
    [TestCase("{{code}} {{locale}} {{uiLocales}}")]
    public void A_good_template_gets_no_remark(string content) => Assert.That(Find(content), Is.Empty);

    [Test]
    public void One_odd_character_is_named_with_its_place_and_what_it_costs()
    {
        var findings = Find("{{code}} – " + new string('a', 80));

        var odd = (OddCharacter)findings[0].Details[0];
        Assert.That((odd.Text, odd.Place, odd.CodePoint, odd.Instead), Is.EqualTo(("–", 10, "U+2013", "-")));
        Assert.That(findings[1].Kind, Is.EqualTo("Lint.Cheaper"));
        Assert.That(findings[1].Details, Is.EqualTo(new object[] { 2, 1 }));
        Assert.That(findings[1].Mended, Does.StartWith("{{code}} - a"));
    }

    [Test]
    public void A_misspelt_placeholder_is_mended()
    {
        var finding = Find("{{Code}} is {{code}}").Single();

        Assert.That(finding.Mended, Is.EqualTo("{{code}} is {{code}}"));
    }

    [Test]
    public void Whatever_is_proposed_instead_is_in_the_alphabet()
    {
        const string odd = "’‘`´“”„«»–—‑−…•·\u00a0\t\u200b™©®áíóúâêîôûãõëïçłışğžčřđ¿¡ñ日";

        var proposed = OddCharacters.Find(odd).Where(one => one.Instead is not null).ToList();

        Assert.That(proposed, Has.Count.GreaterThan(35));
        Assert.That(proposed.Where(one => SmsSegmentation.Of(one.Instead).Encoding != SmsEncoding.Gsm7), Is.Empty);
    }

    [Test]
    public void Every_remark_has_its_text()
    {
        string[] contents =
        [
            "x", "{{Code}} {{a}} {", "{{code}} – 🔐 \u200b", "{{code}}" + new string('a', 1700), "{{code}} {code}",
        ];

        Assert.That(
            contents.SelectMany(Find).Select(finding => finding.Kind).Where(kind => Words.Text[kind].ResourceNotFound),
            Is.Empty);
    }

    [Test]
    public void Usage_types_of_the_schemas_example_are_missed_until_each_has_a_text_for_every_language()
    {
        var templates = FormField.Read(Schemas.Twilio).Members(null).Single(member => member.Name == "templates");
        var rows = new JsonArray(
            new JsonObject { ["usageType"] = "SignIn", ["content"] = "{{code}}", ["locale"] = "es" },
            new JsonObject { ["usageType"] = "Generic", ["content"] = "{{code}}" });

        var missing = TemplateNeeds.Missing(templates, rows);

        Assert.That(missing.Select(TemplateNeeds.UsageTypeOf), Is.EqualTo(["Register", "SignIn", "ForgotPassword"]));
        Assert.That(TemplateNeeds.Missing(templates, value: null), Has.Count.EqualTo(4));
    }

    [Test]
    public void Optional_templates_are_not_missed_while_there_are_none()
    {
        var field = Schemas.Member("""
            { "type": "array", "items": { "type": "object", "properties": {
              "usageType": { "type": "string" }, "content": { "type": "string" } } } }
            """);

        Assert.That(TemplateNeeds.Missing(field, value: null), Is.Empty);
        var rows = new JsonArray(new JsonObject { ["usageType"] = "SignIn" });
        Assert.That(TemplateNeeds.Missing(field, rows).Select(TemplateNeeds.UsageTypeOf), Is.EqualTo(["Generic"]));
    }

    [Test]
    public void A_sample_gives_paths_their_objects_and_leaves_out_what_is_empty()
    {
        var sample = new SamplePayload { ["link"] = "", ["shop.name"] = "Contoso", ["code"] = "1", ["uiLocales"] = "" };

        Assert.That(
            sample.ToJson().GetRawText(), Is.EqualTo("""{"code":"1","locale":"en","shop":{"name":"Contoso"}}"""));
    }

    private static IReadOnlyList<TemplateFinding> Find(string content) =>
        TemplateLint.Find(content, TemplatePreviewer.Preview(content, Payload));
}
