using Connector.Runtime.Connectors;

namespace Connector.Runtime.Tests.Connectors;

public sealed class ConnectorSettingsReaderTests
{
    [TestCase("""{ }""", "Plugin is missing.")]
    [TestCase("""{ "Plugin": " " }""", "Plugin is missing.")]
    [TestCase("""{ "Plugin": "p", "Enabled": "yes" }""", "Enabled is neither true nor false.")]
    [TestCase("""{ "Plugin": "p", "Weight": -1 }""", "Weight is not a whole number from 0 to 10000.")]
    [TestCase("""{ "Plugin": "p", "Weight": "many" }""", "Weight is not a whole number from 0 to 10000.")]
    [TestCase("""{ "Plugin": "p", "Priority": 1001 }""", "Priority is not a whole number from 0 to 1000.")]
    [TestCase("""{ "Plugin": "p", "Countries": ["ES", "Spain"] }""", "Countries has SPAIN, which is no country code.")]
    [TestCase("""{ "Plugin": "p", "Countries": ["ES", null] }""", "Countries has an entry, which is no country code.")]
    [TestCase("""{ "Plugin": "p", "Countries": "ES;PT" }""", "Countries has ES;PT, which is no country code.")]
    [TestCase("""{ "Plugin": "p", "Wieght": 1 }""", "Wieght is not a known setting.")]
    public void A_bad_setting_is_reported_with_its_path(string entry, string cause)
    {
        var settings = Read($$"""{ "ConnectorHost": { "Connectors": { "x": {{entry}} } } }""").Single();

        Assert.That(
            settings.Problems.Select(problem => problem.Cause),
            Is.EqualTo(new[] { $"ConnectorHost:Connectors:x:{cause}" }));
        Assert.That(settings.Problems[0].Fix, Is.Not.Empty);
    }

    [Test]
    public void Every_bad_setting_of_an_entry_is_reported_at_once()
    {
        var settings = Read("""
            { "ConnectorHost": { "Connectors": { "a b": {
                "Enabled": 1, "Weight": "x", "Priority": "x", "Countries": ["XX"], "Plugins": "p" } } } }
            """).Single();

        Assert.That(settings.Problems, Has.Count.EqualTo(7));
        Assert.That(settings.Problems, Has.Some.Property("Fix").Contains("Did you mean Plugin?"));
    }

    [Test]
    public void What_is_not_clearly_enabled_does_not_run()
    {
        var settings = Read("""{ "ConnectorHost": { "Connectors": { "x": { "Plugin": "p", "Enabled": "no" } } } }""");

        Assert.That(settings.Single().Enabled, Is.False);
    }

    [Test]
    public void One_bad_entry_leaves_the_others_alone()
    {
        var settings = Read("""
            { "ConnectorHost": { "Connectors": { "bad": "text", "good": { "Plugin": "p" }, "worse": [1] } } }
            """);

        Assert.That(
            settings.Where(entry => entry.Problems.Count == 0).Select(entry => entry.Name),
            Is.EqualTo(new[] { "good" }));
        Assert.That(settings, Has.Count.EqualTo(3));
    }

    [Test]
    public void An_entry_with_a_plugin_only_has_the_documented_defaults()
    {
        var settings = Read("""{ "ConnectorHost": { "Connectors": { "x": { "Plugin": "p" } } } }""").Single();

        Assert.That(
            (settings.Enabled, settings.Weight, settings.Priority, settings.Countries.Count, settings.Problems.Count),
            Is.EqualTo((true, 100, 0, 0, 0)));
    }

    [TestCase("ES,PT")]
    [TestCase(" es , pt, ")]
    [TestCase("ES,PT,es")]
    public void Countries_may_be_one_variable_with_commas_which_wins_over_the_file(string text)
    {
        var settings = ConnectorSettingsReader.ReadAll(Settings.FromJsonWith(
            """{ "ConnectorHost": { "Connectors": { "x": { "Plugin": "p", "Countries": ["US", "CA", "MX"] } } } }""",
            ("Connectors:x:Countries", text))).Single();

        Assert.That(settings.Countries, Is.EqualTo(new[] { "ES", "PT" }));
        Assert.That(settings.Problems, Is.Empty);
    }

    [TestCase("""[]""")]
    [TestCase("""null""")]
    public void No_countries_means_all(string countries)
    {
        var settings = Read($$"""
            { "ConnectorHost": { "Connectors": { "x": { "Plugin": "p", "Countries": {{countries}} } } } }
            """).Single();

        Assert.That((settings.Countries.Count, settings.Problems.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void A_connector_in_two_files_is_one_whatever_the_case_of_its_name()
    {
        var settings = ConnectorSettingsReader.ReadAll(Settings.FromJson(
            """{ "ConnectorHost": { "Connectors": { "twilio": { "Plugin": "p", "Weight": 1 } } } }""",
            """{ "connectorhost": { "connectors": { "TWILIO": { "weight": 2 } } } }""")).Single();

        Assert.That((settings.PluginId, settings.Weight, settings.Problems.Count), Is.EqualTo(("p", 2, 0)));
    }

    private static IReadOnlyList<ConnectorSettings> Read(string file) =>
        ConnectorSettingsReader.ReadAll(Settings.FromJson(file));
}
