using System.Net;
using System.Text;
using Connector.Host.Api;
using Connector.Runtime.Delivery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connector.Host.Tests.Api;

internal sealed class ProblemTests
{
    private const string Messages = "/api/v1/messages";

    private TestHost host;

    [OneTimeSetUp]
    public async Task Start() => host = await TestHost.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("/api/v1/nothing")]
    [TestCase("/nothing")]
    [TestCase("/api")]
    public async Task An_unknown_address_is_a_problem(string path)
    {
        using var response = await host.Client.GetPathAsync(path);

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_wrong_method_is_a_problem_that_names_the_right_ones()
    {
        using var response = await host.Client.DeleteAsync(new Uri("/api/v1/plugins", UriKind.Relative));

        await response.ReadProblemAsync(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        Assert.That(response.Content.Headers.Allow, Is.EqualTo(["GET"]));
    }

    [Test]
    public async Task A_body_that_is_not_said_to_be_json_is_refused()
    {
        using var form = new FormUrlEncodedContent([new("to", "+14155550123")]);
        using var response = await host.Client.PostAsync(new Uri(Messages, UriKind.Relative), form);

        await response.ReadProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [TestCase("", "empty")]
    [TestCase("{\"to\": \"+1", "line 1")]
    [TestCase("{\n\"to\" 5}", "line 2, byte 6")]
    [TestCase("{\"to\":\"\xFF\uD800\"", "line 1")]
    public async Task Malformed_json_is_refused_with_its_place(string body, string place)
    {
        using var response = await host.Client.PostJsonAsync(Messages, body);

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed_json");
        Assert.That(problem.Text("detail"), Does.Contain(place));
    }

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("\"text\"")]
    public async Task A_body_that_is_no_object_is_refused(string body)
    {
        using var response = await host.Client.PostJsonAsync(Messages, body);

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid_body");
        Assert.That(problem.Pointers(), Is.EqualTo([""]));
    }

    [Test]
    public async Task Unknown_missing_and_doubled_members_are_all_named_at_once()
    {
        using var response = await host.Client.PostJsonAsync(
            Messages, """{"To":"x","a/b":1,"connector":"a","connector":"b"}""");

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid_body");
        Assert.That(problem.Pointers(), Is.EqualTo(["/To", "/a~1b", "/connector", "/to", "/usageType"]));
    }

    [TestCase("""{"to":5,"usageType":"SignIn"}""", "/to")]
    [TestCase("""{"to":null,"usageType":"SignIn"}""", "/to")]
    [TestCase("""{"to":"+14155550123","usageType":"SignIn","expiresAt":"soon"}""", "/expiresAt")]
    [TestCase("""{"to":"+14155550123","usageType":"SignIn","connector":{}}""", "/connector")]
    public async Task A_member_of_the_wrong_type_is_named(string body, string pointer)
    {
        using var response = await host.Client.PostJsonAsync(Messages, body);

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid_body");
        Assert.That(problem.Pointers(), Is.EqualTo([pointer]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_oversized_body_is_refused_whether_its_length_is_known_or_not(bool isChunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages)
        {
            Content = new StringContent(
                $"{{\"to\":\"{new string('1', JsonBody.MaxBytes)}\"}}", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = isChunked;
        using var response = await host.Client.SendAsync(request);

        var problem = await response.ReadProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        Assert.That(problem.Text("detail"), Does.Contain("65536"));
    }

    [Test]
    public async Task A_body_of_exactly_the_limit_is_read()
    {
        var body = """{"content":"{{code}}","payload":{"code":"1"}}""".PadRight(JsonBody.MaxBytes);

        using var response = await host.Client.PostJsonAsync("/api/v1/templates/preview", body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_deeply_nested_body_is_refused()
    {
        var nest = new string('[', 1_000) + new string(']', 1_000);
        var body = $$"""{"to":"+14155550123","payload":{{nest}},"usageType":"SignIn"}""";

        using var response = await host.Client.PostJsonAsync(Messages, body);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed_json");
    }

    [Test]
    public async Task A_parameter_of_the_wrong_type_is_a_problem()
    {
        using var response = await host.Client.GetPathAsync("/api/v1/connectors/sandbox/inbox?limit=many");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "bad_request");
    }

    [Test]
    public async Task A_bug_is_answered_without_a_word_about_it_and_logged_under_the_same_trace_id()
    {
        await using var broken = await TestHost.StartAsync(configure: builder =>
            builder.Services.AddSingleton<MessageArchive>(_ => throw new InvalidOperationException("inner workings")));

        using var response = await broken.Client.GetPathAsync("/api/v1/messages/msg_1");

        var problem = await response.ReadProblemAsync(HttpStatusCode.InternalServerError, "internal_error");
        Assert.That(problem.GetRawText(), Does.Not.Contain("inner workings").And.Not.Contain("Exception"));
        var entry = broken.Logs.GetSnapshot().Single(record => record.Level == LogLevel.Error);
        Assert.That(entry.Message, Does.Contain(problem.Text("traceId")));
    }

    [Test]
    public async Task The_caller_s_trace_goes_on()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing");
        request.Headers.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        using var response = await host.Client.SendAsync(request);

        var problem = await response.ReadProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.That(problem.Text("traceId"), Is.EqualTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }
}
