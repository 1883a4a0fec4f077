using System.Net;

namespace Connector.Host.Tests.Api;

internal sealed class PluginTests
{
    private TestHost host;

    [OneTimeSetUp]
    public async Task Start() => host = await TestHost.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("")]
    [TestCase("/logo")]
    [TestCase("/readme")]
    [TestCase("/schema")]
    public async Task An_unknown_plugin_is_not_found(string part)
    {
        using var response = await host.Client.GetPathAsync($"/api/v1/plugins/nope{part}");

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "plugin_not_found");
    }

    [TestCase("validate", """{"config":{}}""")]
    [TestCase("test", """{"config":{},"phone":"+14155550123"}""")]
    public async Task An_unknown_plugin_cannot_be_tried(string action, string body)
    {
        using var response = await host.Client.PostJsonAsync($"/api/v1/plugins/nope/{action}", body);

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "plugin_not_found");
    }

    [Test]
    public async Task A_broken_drop_is_listed_with_code_cause_and_fix()
    {
        using var folder = new TempFolder();
        folder.Write("broken/Broken.dll", "this is no program");
        await using var broken = await TestHost.StartAsync([$"--ConnectorHost:Plugins:Path={folder.Path}"]);

        var plugins = await broken.Client.GetJsonAsync("/api/v1/plugins");

        var plugin = plugins.EnumerateArray().Single(entry => entry.Text("path") == folder.At("broken"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.Text("state"), Is.EqualTo("rejected"));
            Assert.That(plugin.Text("code"), Is.Not.Empty);
            Assert.That(plugin.Text("cause"), Is.Not.Empty);
            Assert.That(plugin.Text("fix"), Is.Not.Empty);
            Assert.That(plugin.GetProperty("problems").GetArrayLength(), Is.GreaterThan(0));
        }
    }

    [TestCase("en", "Sandbox")]
    [TestCase("es-MX,en;q=0.5", "Entorno de pruebas")]
    [TestCase("xx", "Sandbox")]
    public async Task A_plugin_speaks_the_language_of_the_request(string language, string name)
    {
        using var response = await GetAsync("/api/v1/plugins/sandbox", language);

        var plugin = await response.ReadJsonAsync();
        Assert.That(plugin.Text("name"), Is.EqualTo(name));
        Assert.That(response.Headers.Vary, Does.Contain("Accept-Language"));
    }

    [Test]
    public async Task A_plugin_that_serves_shows_what_it_is()
    {
        var plugin = (await host.Client.GetJsonAsync("/api/v1/plugins")).EnumerateArray().Single(
            entry => entry.Text("id") == "sandbox");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.Text("state"), Is.EqualTo("active"));
            Assert.That(plugin.Text("version"), Is.EqualTo("1.0.0"));
            Assert.That(plugin.Text("hash"), Does.Match("^sha256:[0-9a-f]{64}$"));
            Assert.That(plugin.Text("logo"), Is.EqualTo("/api/v1/plugins/sandbox/logo"));
            Assert.That(plugin.TryGetProperty("code", out _), Is.False);
        }
    }

    [TestCase("")]
    [TestCase("?theme=dark")]
    public async Task A_logo_can_neither_run_nor_fetch_anything(string query)
    {
        using var response = await host.Client.GetPathAsync($"/api/v1/plugins/sandbox/logo{query}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/svg+xml"));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
            Assert.That(
                response.Headers.GetValues("Content-Security-Policy").Single(),
                Does.Contain("default-src 'none'").And.Contain("sandbox"));
        }
    }

    [TestCase("logo")]
    [TestCase("readme")]
    [TestCase("schema")]
    public async Task An_unchanged_part_of_a_plugin_is_not_sent_again(string part)
    {
        using var first = await host.Client.GetPathAsync($"/api/v1/plugins/sandbox/{part}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/plugins/sandbox/{part}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(request);

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task The_guide_is_markdown_in_the_language_of_the_request_under_a_tag_of_its_own()
    {
        using var english = await GetAsync("/api/v1/plugins/sandbox/readme", "en");
        using var spanish = await GetAsync("/api/v1/plugins/sandbox/readme", "es");

        Assert.That(spanish.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/markdown; charset=utf-8"));
        Assert.That(await spanish.Content.ReadAsStringAsync(), Does.StartWith("# Entorno de pruebas"));
        Assert.That(spanish.Headers.ETag, Is.Not.EqualTo(english.Headers.ETag));
    }

    [Test]
    public async Task The_schema_is_the_plugin_s_own()
    {
        using var response = await host.Client.GetPathAsync("/api/v1/plugins/sandbox/schema");

        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/schema+json"));
        Assert.That((await response.ReadJsonAsync()).GetProperty("additionalProperties").GetBoolean(), Is.False);
    }

    [Test]
    public async Task Every_error_of_a_configuration_is_found_at_once()
    {
        using var response = await host.Client.PostJsonAsync(
            "/api/v1/plugins/sandbox/validate", """{"config":{"keepMessages":"many","nope":true}}""");

        var check = await response.ReadJsonAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(check.GetProperty("valid").GetBoolean(), Is.False);
        Assert.That(check.Pointers(), Is.EquivalentTo(["/keepMessages", "/nope"]));
    }

    [Test]
    public async Task A_right_configuration_is_valid()
    {
        using var response = await host.Client.PostJsonAsync("/api/v1/plugins/sandbox/validate", """{"config":{}}""");

        var check = await response.ReadJsonAsync();
        Assert.That(check.GetProperty("valid").GetBoolean());
        Assert.That(check.GetProperty("errors").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_test_with_a_wrong_configuration_sends_nothing_and_names_every_error()
    {
        using var response = await host.Client.PostJsonAsync(
            "/api/v1/plugins/sandbox/test", """{"phone":"+14155550123","config":{"nope":1}}""");

        var problem = await response.ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "config_invalid");
        Assert.That(problem.Pointers(), Has.Exactly(1).Contains("/nope"));
    }

    [Test]
    public async Task A_test_shows_the_real_outcome_and_the_text()
    {
        using var response = await host.Client.PostJsonAsync(
            "/api/v1/plugins/sandbox/test", """{"phone":"+14155550123","config":{},"locale":"es"}""");

        var result = await response.ReadJsonAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(result.Text("outcome"), Is.EqualTo("accepted"));
            Assert.That(result.Text("text"), Does.Contain("000000"));
            Assert.That(result.Text("encoding"), Is.EqualTo("gsm7"));
            Assert.That(result.GetProperty("log").GetArrayLength(), Is.GreaterThan(0));
        }
    }

    [TestCase("+19075550101", "refused", "optedOut")]
    [TestCase("+19075550122", "unknown", null)]
    public async Task A_test_that_fails_at_the_provider_is_an_answer_too(string phone, string outcome, string? reason)
    {
        using var response = await host.Client.PostJsonAsync(
            "/api/v1/plugins/sandbox/test", $$"""{"config":{},"phone":"{{phone}}"}""");

        var result = await response.ReadJsonAsync();
        Assert.That(result.Text("outcome"), Is.EqualTo(outcome));
        Assert.That(result.Text("reason"), Is.EqualTo(reason));
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await host.Client.SendAsync(request);
    }
}
