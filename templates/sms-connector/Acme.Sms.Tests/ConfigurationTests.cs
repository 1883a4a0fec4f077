using System.Text.Json;

namespace AcmeNamespace.Tests;

internal sealed class ConfigurationTests
{
    [Test]
    public void A_faultless_configuration_has_no_issues() =>
        Assert.That(Pointers(Samples.Config("https://sms.example.com")), Is.Empty);

    [Test]
    public void All_faults_are_told_at_once_with_their_places()
    {
        const string Config = """{ "templates": [{ "usageType": "SignIn", "content": "Hello" }] }""";

        Assert.That(Pointers(Config), Is.EqualTo(["/templates/0/content", "/templates"]));
    }

    [TestCase("{}")]
    [TestCase("""{ "templates": 5 }""")]
    public void What_the_schema_complains_of_is_left_to_it(string config) => Assert.That(Pointers(config), Is.Empty);

    [Test]
    public void The_configuration_does_not_print_its_secret()
    {
        var options = JsonSerializer.Deserialize(
            Samples.Config("https://sms.example.com"), AcmeSmsJsonContext.Default.AcmeSmsOptions);

        Assert.That(options!.ToString(), Does.Not.Contain(Samples.ApiKey));
    }

    private static IEnumerable<string> Pointers(string config) =>
        new AcmeSmsPlugin().Validate(JsonElement.Parse(config)).Select(issue => issue.Pointer);
}
