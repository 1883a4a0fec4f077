using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Host.Tests.Documentation;

internal sealed partial class ReferenceTests
{
    private TestHost host;
    private JsonElement document;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await TestHost.StartAsync();
        document = await host.Anonymous.GetJsonAsync("/openapi/v1.json");
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public void Every_route_is_in_the_document()
    {
        var endpoints = host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => !IsOfTheConsole(endpoint));
        var routes = endpoints
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                .Select(method => $"{method} /{endpoint.RoutePattern.RawText?.Trim('/')}"))
            .Where(route => !route.Contains("/openapi/", StringComparison.Ordinal)
                && !route.Contains("/reference", StringComparison.Ordinal))
            .ToList();

        Assert.That(routes, Has.Count.GreaterThan(10));
        Assert.That(Operations().Select(operation => operation.Route), Is.EquivalentTo(routes));
    }

    [Test]
    public void No_route_of_the_api_is_left_out_as_a_page_of_the_console()
    {
        var endpoints = host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

        Assert.That(
            endpoints.Where(IsOfTheConsole).Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')),
            Is.Not.Empty.And.None.StartWith("api/"));
    }

    [Test]
    public void The_document_is_openapi_3_1()
    {
        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("ApiKey");

        Assert.That(document.Text("openapi"), Does.StartWith("3.1."));
        Assert.That(scheme.Text("scheme"), Is.EqualTo("bearer"));
    }

    [Test]
    public void Every_operation_says_what_it_does_and_every_answer_what_it_means()
    {
        foreach (var (route, operation) in Operations())
        {
            Assert.That(operation.Text("summary"), Is.Not.Empty, route);
            foreach (var answer in operation.GetProperty("responses").EnumerateObject())
            {
                Assert.That(answer.Value.Text("description"), Is.Not.Empty, $"{route} {answer.Name}");
            }
        }
    }

    [Test]
    public void Every_operation_under_the_key_says_so_and_no_other_does()
    {
        foreach (var (route, operation) in Operations())
        {
            var isCallback = route.Contains("/callbacks/", StringComparison.Ordinal);
            var isOfApi = route.Contains(" /api/", StringComparison.Ordinal);
            Assert.That(operation.TryGetProperty("security", out _), Is.EqualTo(isOfApi && !isCallback), route);
            Assert.That(operation.GetProperty("responses").TryGetProperty("401", out _), Is.EqualTo(isOfApi), route);
        }
    }

    [Test]
    public void Every_body_has_an_example_and_a_closed_schema()
    {
        var schemas = document.GetProperty("components").GetProperty("schemas");
        foreach (
            var (route, operation) in Operations().Where(entry => entry.Operation.TryGetProperty("requestBody", out _)))
        {
            var content = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json");
            var name = content.GetProperty("schema").Text("$ref")!.Split('/')[^1];
            Assert.That(content.TryGetProperty("example", out _), route);
            Assert.That(schemas.GetProperty(name).GetProperty("additionalProperties").GetBoolean(), Is.False, name);
        }
    }

    [TestCase("/api/v1/messages", "/api/v1/messages")]
    [TestCase("/api/v1/webhooks", "/api/v1/webhooks")]
    [TestCase("/api/v1/templates/preview", "/api/v1/templates/preview")]
    [TestCase("/api/v1/plugins/{id}/test", "/api/v1/plugins/sandbox/test")]
    [TestCase("/api/v1/plugins/{id}/validate", "/api/v1/plugins/sandbox/validate")]
    [TestCase("/api/v1/connectors/{name}/test", "/api/v1/connectors/sandbox/test")]
    public async Task An_example_works_as_it_stands(string route, string path)
    {
        var example = document.GetProperty("paths").GetProperty(route).GetProperty("post").GetProperty("requestBody")
            .GetProperty("content").GetProperty("application/json").GetProperty("example");

        using var response = await host.Client.PostJsonAsync(path, example.GetRawText());

        Assert.That(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task The_examples_of_stored_connectors_work_one_after_the_other()
    {
        (HttpMethod Method, string Route)[] steps =
        [
            (HttpMethod.Post, "/api/v1/connectors"),
            (HttpMethod.Patch, "/api/v1/connectors/{name}"),
            (HttpMethod.Post, "/api/v1/connectors/{name}/rollback"),
        ];
        foreach (var (method, route) in steps)
        {
            var operation = document.GetProperty("paths").GetProperty(route)
                .GetProperty(method.Method.ToLowerInvariant());
            foreach (var content in operation.GetProperty("requestBody").GetProperty("content").EnumerateObject())
            {
                using var response = await host.Client.CallAsync(
                    method,
                    route.Replace("{name}", "sandbox-spain", StringComparison.Ordinal),
                    content.Value.GetProperty("example").GetRawText());
                Assert.That(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
            }
        }
    }

    [Test]
    public async Task The_reference_page_asks_nobody_but_this_host()
    {
        using var response = await host.Anonymous.GetPathAsync("/reference/");

        var page = await response.Content.ReadAsStringAsync();
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(page, Does.Contain("<script"));
        Assert.That(AddressPattern().Matches(page).Select(match => match.Value), Is.Empty);
        Assert.That(AddressPattern().Matches(policy).Select(match => match.Value), Is.Empty);
        Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("connect-src 'self'"));
    }

    [Test]
    public async Task Everything_the_reference_page_loads_is_there()
    {
        var page = await host.Anonymous.GetStringAsync(new Uri("/reference/", UriKind.Relative));
        var scripts = ScriptPattern().Matches(page).Select(match => match.Groups["address"].Value).ToList();

        Assert.That(scripts, Is.Not.Empty);
        foreach (var script in scripts)
        {
            using var response = await host.Anonymous.GetPathAsync($"/reference/{script}");
            Assert.That(response.IsSuccessStatusCode, script);
        }
    }

    private static bool IsOfTheConsole(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription == true;

    private IEnumerable<(string Route, JsonElement Operation)> Operations() =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    [GeneratedRegex("https?:|//[a-z]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(
        "<script[^>]* src=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ScriptPattern();
}
