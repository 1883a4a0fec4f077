using Connector.Host.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Connector.Host.Tests.Configuration;

internal sealed class HostSourcesTests
{
    private TempFolder folder;

    [SetUp]
    public void CreateFolder() => folder = new TempFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void The_sandbox_is_on_until_a_file_switches_it_off()
    {
        Assert.That(Load()["ConnectorHost:Connectors:sandbox:Enabled"], Is.EqualTo("True"));

        folder.Write("appsettings.json", """{"ConnectorHost":{"Connectors":{"sandbox":{"Enabled":false}}}}""");

        Assert.That(Load()["ConnectorHost:Connectors:sandbox:Enabled"], Is.EqualTo("False"));
        Assert.That(Load()["ConnectorHost:Connectors:sandbox:Plugin"], Is.EqualTo("sandbox"));
    }

    [Test]
    public void The_environment_s_file_outranks_the_general_one_and_the_command_line_both()
    {
        folder.Write("appsettings.json", """{"ConnectorHost":{"DataPath":"general"}}""");
        folder.Write("appsettings.Staging.json", """{"ConnectorHost":{"DataPath":"staging"}}""");

        Assert.That(Load()["ConnectorHost:DataPath"], Is.EqualTo("general"));
        Assert.That(Load("--environment=Staging")["ConnectorHost:DataPath"], Is.EqualTo("staging"));
        Assert.That(
            Load("--environment=Staging", "--ConnectorHost:DataPath=line")["ConnectorHost:DataPath"], Is.EqualTo(
                "line"));
    }

    [Test]
    public void A_secret_in_a_file_of_its_own_outranks_the_settings_files_and_loses_its_line_end()
    {
        folder.Write("appsettings.json", """
            {"ConnectorHost":{"SecretsPath":"secrets","Connectors":{"t":{"Config":{"authToken":"no"}}}}}
            """);
        folder.Write("secrets/ConnectorHost__Connectors__t__Config__authToken", "from the file\n");

        var configuration = Load();

        Assert.That(configuration["ConnectorHost:Connectors:t:Config:authToken"], Is.EqualTo("from the file"));
        Assert.That(
            Load("--ConnectorHost:Connectors:t:Config:authToken=line")["ConnectorHost:Connectors:t:Config:authToken"],
            Is.EqualTo("line"));
    }

    [Test]
    public void A_secrets_folder_that_does_not_exist_stops_the_start()
    {
        var failure = Assert.Throws<HostConfigurationException>(() => Load("--ConnectorHost:SecretsPath=nowhere"));

        Assert.That(failure?.Message, Does.Contain("ConnectorHost:SecretsPath").And.Contain(folder.At("nowhere")));
    }

    [TestCase("http://127.0.0.1:5080")]
    [TestCase("http://127.0.0.1:7001", "--urls=http://127.0.0.1:7001")]
    public void Without_an_address_only_this_machine_reaches_the_host(string expected, params string[] settings)
    {
        var app = Program.CreateServer([$"--contentRoot={folder.Path}", .. settings]);

        Assert.That(((IApplicationBuilder)app).ServerFeatures
            .Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>(), Is.Not.Null);
        Assert.That(app.Configuration["urls"], Is.EqualTo(expected));
    }

    [Test]
    public void An_address_in_the_settings_file_is_kept()
    {
        folder.Write("appsettings.json", """{"Urls":"http://127.0.0.1:7002"}""");

        Assert.That(Program.CreateServer([$"--contentRoot={folder.Path}"]).Configuration["urls"], Is.EqualTo(
            "http://127.0.0.1:7002"));
    }

    private ConfigurationManager Load(params string[] settings)
    {
        var configuration = new ConfigurationManager();
        string[] all = [$"--contentRoot={folder.Path}", .. settings];
        HostSources.Add(configuration, HostPlace.From(all), all);
        return configuration;
    }
}
