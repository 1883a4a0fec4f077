using System.Text.Json;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Tests.Embedding;

public sealed class EmbeddingTests
{
    private static readonly SendRequest Request = new()
    {
        To = "+14155550100", UsageType = "SignIn", Payload = JsonElement.Parse("""{"code":"483920"}"""),
    };

    [Test]
    public async Task Wrong_host_settings_stop_the_start_and_are_all_listed()
    {
        await using var host = EmbeddedHost.Create("""
            { "ConnectorHost": { "DataPath": "", "Messages": { "Lifetime": "soon", "Lifetme": "00:01:00" } } }
            """);

        var error = (await Assert.ThrowsAsync<OptionsValidationException>(host.StartAsync))!;

        Assert.That(error.Failures.Count(), Is.EqualTo(3));
        Assert.That(Directory.Exists(host.DataPath()), Is.False);
    }

    [Test]
    public void Adding_the_engine_twice_is_a_mistake_that_shows()
    {
        var services = new ServiceCollection();
        var settings = new ConfigurationBuilder().Build();
        services.AddConnectors(settings);

        Assert.That(() => services.AddConnectors(settings), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Every_bad_connector_is_reported_with_pointers_while_the_good_ones_serve()
    {
        await using var host = await EmbeddedHost.StartAsync(
            """
            { "ConnectorHost": { "Connectors": {
                "good": { "Plugin": "obliging", "Config": { "account": "AC1", "token": "s3cret-1" } },
                "wrong": { "Plugin": "obliging", "Weight": "x",
                           "Config": { "account": "XX", "tokn": "s3cret-3", "text": "no placeholder" } },
                "missing": { "Plugin": "obligng" },
                "broken": { "Plugin": "ctor-throws" },
                "newer": { "Plugin": "newer-contract" },
                "off": { "Plugin": "obliging", "Enabled": false, "Config": { "token": "s3cret-4" } } } } }
            """,
            "Obliging", "CtorThrows", "NewerContract");
        var registry = host.Get<ConnectorRegistry>();

        var result = await host.Get<MessageService>().SendAsync(Request, CancellationToken.None);

        Assert.That((result.Status, result.Connector), Is.EqualTo(("accepted", "good")));
        Assert.That(registry.All.Select(info => (info.Name, info.State)), Is.EqualTo(new[]
        {
            ("broken", ConnectorState.Failed),
            ("good", ConnectorState.Running),
            ("missing", ConnectorState.Invalid),
            ("newer", ConnectorState.Failed),
            ("off", ConnectorState.Disabled),
            ("wrong", ConnectorState.Invalid),
        }));
        Assert.That(registry.Find("wrong")!.ConfigIssues.Select(issue => issue.Pointer), Is.EquivalentTo(
            new[] { "/account", "/token", "/tokn", "/text" }));
        Assert.That(
            registry.Find("wrong")!.Problems.Select(problem => problem.Code),
            Is.EqualTo(new[] { "CONNECTOR_SETTING_INVALID", "CONFIG_INVALID" }));
        Assert.That(registry.Find("missing")!.Problems[0].Cause, Does.EndWith("Did you mean obliging?"));
        Assert.That(
            (registry.Find("broken")!.Problems[0].Code, registry.Find("newer")!.Problems[0].Code),
            Is.EqualTo(("ACTIVATION_FAILED", "CONTRACT_TOO_NEW")));
        Assert.That(
            string.Concat(registry.All.Select(info => info.Config.GetRawText())) + host.LogText,
            Does.Not.Contain("s3cret").And.Not.Contains("483920").And.Not.Contains("4155550100"));
    }

    [Test]
    public async Task The_catalog_learns_how_the_connectors_of_a_plugin_fare()
    {
        await using var host = await EmbeddedHost.StartAsync(
            """
            { "ConnectorHost": { "Connectors": {
                "good": { "Plugin": "good" },
                "one": { "Plugin": "obliging", "Config": { "account": "AC1", "token": "t" } },
                "two": { "Plugin": "obliging" },
                "broken": { "Plugin": "ctor-throws" } } } }
            """,
            "Good", "Obliging", "CtorThrows", "NewerContract");
        var catalog = host.Get<PluginCatalog>();

        Assert.That(
            catalog.All.Select(plugin => (plugin.Id, plugin.State)),
            Is.EqualTo(new (string?, PluginState)[]
            {
                ("ctor-throws", PluginState.Faulted),
                ("good", PluginState.Active),
                ("newer-contract", PluginState.Incompatible),
                ("obliging", PluginState.Degraded),
            }));
    }

    [Test]
    public async Task A_plugin_that_no_connector_enables_is_not_loaded()
    {
        await using var host = await EmbeddedHost.StartAsync(
            """{ "ConnectorHost": { "Connectors": { "off": { "Plugin": "ctor-throws", "Enabled": false } } } }""",
            "CtorThrows", "CtorHangs");

        Assert.That(host.Get<PluginCatalog>().Find("ctor-throws")!.State, Is.EqualTo(PluginState.Disabled));
        Assert.That(host.Get<PluginCatalog>().Find("ctor-hangs")!.State, Is.EqualTo(PluginState.Available));
    }

    [Test]
    public async Task A_connector_is_disposed_when_the_host_stops()
    {
        await using var host = await EmbeddedHost.StartAsync(
            """
            { "ConnectorHost": { "Connectors": { "one": {
                "Plugin": "obliging", "Config": { "account": "AC1", "token": "t" } } } } }
            """,
            "Obliging");

        await host.StopAsync();

        Assert.That(File.ReadAllText(host.DataPath("connectors", "one", "disposed")), Is.EqualTo("one"));
    }

    [Test]
    public async Task The_memory_of_accepted_configurations_matters_to_speed_only([Values] bool broken)
    {
        const string good = """
            { "ConnectorHost": { "Connectors": { "one": {
                "Plugin": "obliging", "Config": { "account": "AC1", "token": "t" } } } } }
            """;
        await using var first = EmbeddedHost.Create(good, "Obliging");
        if (broken)
        {
            Directory.CreateDirectory(first.DataPath());
            await File.WriteAllTextAsync(first.DataPath("validated"), "in the way");
        }

        await first.StartAsync();
        await first.StopAsync();
        var again = first.Again(good);
        await again.StartAsync();
        var state = again.Get<ConnectorRegistry>().Find("one")!.State;
        await again.StopAsync();
        await using var wrong = first.Again(good.Replace("AC1", "XX"));
        await wrong.StartAsync();

        Assert.That(state, Is.EqualTo(ConnectorState.Running));
        Assert.That(wrong.Get<ConnectorRegistry>().Find("one")!.State, Is.EqualTo(ConnectorState.Invalid));
    }
}
