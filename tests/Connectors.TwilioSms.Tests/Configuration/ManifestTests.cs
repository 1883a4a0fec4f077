using System.Text.Json;
using System.Xml.Linq;
using Connector.Abstractions;

namespace Connectors.TwilioSms.Tests.Configuration;

internal sealed class ManifestTests
{
    private static readonly string[] Languages = ["en", "es", "de", "fr", "pt-BR", "zh-CN", "ja", "ko", "tr"];
    private static readonly JsonElement Manifest = JsonElement.Parse(ConfigFile.Read("connector.json"));

    [Test]
    public void It_names_the_entry_type()
    {
        var type = typeof(TwilioSmsPlugin).Assembly.GetType(Manifest.GetProperty("entryType").GetString()!);

        Assert.That(Manifest.GetProperty("id").GetString(), Is.EqualTo("twilio-sms"));
        Assert.That(Activator.CreateInstance(type!), Is.InstanceOf<ISmsConnectorPlugin>());
    }

    [TestCase("name")]
    [TestCase("description")]
    public void Name_and_description_are_there_in_nine_languages(string member)
    {
        var texts = Manifest.GetProperty(member).EnumerateObject()
            .ToDictionary(text => text.Name, text => text.Value.GetString());

        Assert.That(texts.Keys, Is.EquivalentTo(Languages));
        Assert.That(texts.Values, Has.All.Not.Empty);
    }

    [Test]
    public void Every_file_it_names_is_carried_along()
    {
        string[] files =
        [
            Manifest.GetProperty("logo").GetString()!,
            Manifest.GetProperty("logoDark").GetString()!,
            Manifest.GetProperty("configSchema").GetString()!,
            .. Manifest.GetProperty("readme").EnumerateObject().Select(readme => readme.Value.GetString()!),
        ];

        Assert.That(
            ConfigFile.Names.Where(name => name.StartsWith("connector/", StringComparison.Ordinal)),
            Is.EquivalentTo(files.Append("connector.json").Select(file => "connector/" + file)));
    }

    [TestCase("logo.svg")]
    [TestCase("logo-dark.svg")]
    public void A_logo_is_a_drawing_without_scripts_or_references(string name)
    {
        var elements = XDocument.Parse(ConfigFile.Read(name)).Descendants().ToList();

        Assert.That(
            elements.Select(element => element.Name.LocalName).Distinct(),
            Is.EquivalentTo(new[] { "svg", "rect", "path" }));
        Assert.That(elements.Attributes().Select(attribute => attribute.Name.LocalName), Does.Not.Contain("href"));
    }

    [TestCase("README.md")]
    [TestCase("README.es.md")]
    public void A_guide_explains_every_field_and_required_template(string name)
    {
        var guide = ConfigFile.Read(name);
        string[] topics =
        [
            .. ConfigFile.Schema.GetProperty("properties").EnumerateObject()
                .Select(property => property.Name)
                .Where(property => property != "templates")
                .Select(property => $"`{property}`"),
            "Register", "SignIn", "ForgotPassword", "Generic", "{{code}}",
        ];

        foreach (var topic in topics)
        {
            Assert.That(guide, Does.Contain(topic));
        }
    }
}
