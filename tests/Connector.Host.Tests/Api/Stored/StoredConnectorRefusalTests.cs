using System.Net;

namespace Connector.Host.Tests.Api;

internal sealed class StoredConnectorRefusalTests
{
    private TestHost host;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await TestHost.StartAsync();
        await host.Client.CreateAsync(StoredApi.Sandbox("taken"));
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("""{"plugin":"sandbox"}""", "/name")]
    [TestCase("""{"name":null,"plugin":"sandbox"}""", "/name")]
    [TestCase("""{"name":" ","plugin":"sandbox"}""", "/name")]
    [TestCase("""{"name":"a b","plugin":"sandbox"}""", "/name")]
    [TestCase("""{"name":"a\n","plugin":"sandbox"}""", "/name")]
    [TestCase("""{"name":"../x","plugin":"sandbox"}""", "/name")]
    [TestCase("""{"name":7,"plugin":"sandbox"}""", "/name")]
    [TestCase("""{"name":"x"}""", "/plugin")]
    [TestCase("""{"name":"x","plugin":"sandbx"}""", "/plugin")]
    [TestCase("""{"name":"x","plugin":"sandbox","enabled":"yes"}""", "/enabled")]
    [TestCase("""{"name":"x","plugin":"sandbox","weight":-1}""", "/weight")]
    [TestCase("""{"name":"x","plugin":"sandbox","weight":1.5}""", "/weight")]
    [TestCase("""{"name":"x","plugin":"sandbox","priority":1001}""", "/priority")]
    [TestCase("""{"name":"x","plugin":"sandbox","concurrency":0}""", "/concurrency")]
    [TestCase("""{"name":"x","plugin":"sandbox","rate":"2"}""", "/rate")]
    [TestCase("""{"name":"x","plugin":"sandbox","rate":0.001}""", "/rate")]
    [TestCase("""{"name":"x","plugin":"sandbox","countries":"ES"}""", "/countries")]
    [TestCase("""{"name":"x","plugin":"sandbox","countries":["ES","Spain"]}""", "/countries/1")]
    [TestCase("""{"name":"x","plugin":"sandbox","excludedCountries":[1]}""", "/excludedCountries/0")]
    [TestCase("""{"name":"x","plugin":"sandbox","config":[]}""", "/config")]
    [TestCase("""{"name":"x","plugin":"sandbox","wieght":1}""", "/wieght")]
    [TestCase("""{"name":"x","plugin":"sandbox","a/b":1}""", "/a~1b")]
    [TestCase("""{"name":"x","plugin":"sandbox","config":{"keepMessages":0}}""", "/config/keepMessages")]
    [TestCase("""{"name":"x","plugin":"sandbox","config":{"nope":0}}""", "/config/nope")]
    [TestCase("""{"name":"x","plugin":"sandbox","enabled":false,"config":{"nope":0}}""", "/config/nope")]
    public async Task What_is_wrong_is_named_by_its_place_and_nothing_is_stored(string definition, string pointer)
    {
        using var response = await host.Client.PostJsonAsync(StoredApi.Path, definition);

        var problem = await response.ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "connector_invalid");
        Assert.That(problem.Pointers(), Is.EqualTo(new[] { pointer }));
        Assert.That((await host.Client.GetJsonAsync(StoredApi.Path)).GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task Everything_wrong_is_told_at_once_that_of_the_plugins_own_rules_included()
    {
        using var response = await host.Client.PostJsonAsync(StoredApi.Path, """
            { "name": "x y", "plugin": "twilio-sms", "weight": "much", "countries": ["XX"],
              "config": { "accountSID": "nope", "unknown": 1, "templates": [] } }
            """);

        var problem = await response.ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "connector_invalid");
        Assert.That(problem.Pointers(), Is.SupersetOf(new[]
        {
            "/name", "/weight", "/countries/0", "/config/accountSID", "/config/unknown", "/config/authToken",
        }));
    }

    [TestCase("[]", "invalid_body")]
    [TestCase("null", "invalid_body")]
    [TestCase("{", "malformed_json")]
    [TestCase("""{"name":"x","name":"y"}""", "invalid_body")]
    [TestCase("""{"name":"x","plugin":"sandbox","config":{"a":1,"a":2}}""", "invalid_body")]
    public async Task A_body_that_is_no_object_is_refused(string body, string code)
    {
        using var created = await host.Client.PostJsonAsync(StoredApi.Path, body);
        using var changed = await host.Client.CallAsync(HttpMethod.Patch, $"{StoredApi.Path}/taken", body);

        var problem = await created.ReadProblemAsync(HttpStatusCode.BadRequest, code);
        await changed.ReadProblemAsync(HttpStatusCode.BadRequest, code);
        Assert.That(problem.GetRawText(), Does.Not.Contain("Is not known here"));
    }

    [TestCase("taken")]
    [TestCase("TAKEN")]
    public async Task A_name_is_given_once(string name)
    {
        using var response = await host.Client.PostJsonAsync(StoredApi.Path, StoredApi.Sandbox(name));

        await response.ReadProblemAsync(HttpStatusCode.Conflict, "connector_exists");
    }

    [Test]
    public async Task Connectors_of_the_configuration_are_read_only()
    {
        using var created = await host.Client.PostJsonAsync(StoredApi.Path, StoredApi.Sandbox("Sandbox"));
        using var changed = await host.Client.CallAsync(HttpMethod.Patch, $"{StoredApi.Path}/sandbox", "{}");
        using var deleted = await host.Client.CallAsync(HttpMethod.Delete, $"{StoredApi.Path}/sandbox");
        using var back = await host.Client.PostJsonAsync($"{StoredApi.Path}/sandbox/rollback", """{"revision":1}""");

        foreach (var response in (HttpResponseMessage[])[created, changed, deleted, back])
        {
            var problem = await response.ReadProblemAsync(HttpStatusCode.Conflict, "connector_read_only");
            Assert.That(problem.Text("detail"), Does.Contain("ConnectorHost:Connectors:sandbox"));
        }

        Assert.That(await host.Client.ReadHistoryAsync("sandbox"), Is.Empty);
    }

    [TestCase("PATCH", "", "{}")]
    [TestCase("DELETE", "", null)]
    [TestCase("GET", "/history", null)]
    [TestCase("POST", "/rollback", """{"revision":1}""")]
    public async Task What_never_was_is_not_found(string method, string part, string? body)
    {
        using var response = await host.Client.CallAsync(
            new HttpMethod(method), $"{StoredApi.Path}/nope{part}", body, ifMatch: null);

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "connector_not_found");
    }

    [TestCase("""{"name":"other"}""", "/name")]
    [TestCase("""{"name":null}""", "/name")]
    [TestCase("""{"plugin":null}""", "/plugin")]
    [TestCase("""{"config":{"keepMessages":"many"}}""", "/config/keepMessages")]
    [TestCase("""{"config":7}""", "/config")]
    [TestCase("""{"enabled":false,"wieght":1}""", "/wieght")]
    [TestCase("""{"enabled":false,"weight":-1}""", "/weight")]
    public async Task A_patch_that_would_make_it_invalid_changes_nothing(string patch, string pointer)
    {
        var before = await host.Client.GetJsonAsync($"{StoredApi.Path}/taken");

        using var response = await host.Client.CallAsync(HttpMethod.Patch, $"{StoredApi.Path}/taken", patch);

        var problem = await response.ReadProblemAsync(HttpStatusCode.UnprocessableEntity, "connector_invalid");
        Assert.That(problem.Pointers(), Has.Member(pointer));
        Assert.That(
            (await host.Client.GetJsonAsync($"{StoredApi.Path}/taken")).GetRawText(), Is.EqualTo(before.GetRawText()));
        Assert.That(await host.Client.TestAsync("taken"), Is.EqualTo("stored 000000"));
    }

    [TestCase("0")]
    [TestCase("201")]
    public async Task A_history_limit_out_of_range_is_refused(string limit)
    {
        using var response = await host.Client.GetPathAsync($"{StoredApi.Path}/taken/history?limit={limit}");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
    }
}
