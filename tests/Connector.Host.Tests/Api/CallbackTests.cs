using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Connector.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Connector.Host.Tests.Api;

internal sealed class CallbackTests
{
    private const string Path = "/api/v1/callbacks/sandbox";
    private const string SignatureHeader = "X-Sandbox-Signature";

    private TestHost host;

    private static string[] Immediately => ["--ConnectorHost:Connectors:sandbox:Config:receipts:delay=00:00:00"];

    private string KeyPath => System.IO.Path.Combine(host.Folder, "data", "connectors", "sandbox", "receipt.key");

    [SetUp]
    public async Task Start()
    {
        host = await TestHost.StartAsync(Immediately);
        Options.PublicUrl = host.Address;
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    private Connector.Runtime.Delivery.DeliveryOptions Options =>
        host.App.Services.GetRequiredService<IOptions<ConnectorRuntimeOptions>>().Value.Delivery;

    [Test]
    public async Task Whatever_takes_no_receipts_answers_the_same()
    {
        using var unknown = await PostAsync("/api/v1/callbacks/nobody", "{}", signature: null);
        Options.PublicUrl = null;
        using var unreachable = await PostAsync(Path, "{}", signature: null);

        var first = await unknown.ReadProblemAsync(HttpStatusCode.NotFound, "not_found");
        var second = await unreachable.ReadProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.That(first.Text("detail"), Is.EqualTo(second.Text("detail")));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task A_forged_receipt_is_refused(string? signature)
    {
        using var response = await PostAsync(Path, """{"id":"sbx_1","status":"Delivered"}""", signature);

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "signature_invalid");
    }

    [Test]
    public async Task A_receipt_signed_for_another_name_of_this_host_is_refused()
    {
        const string Body = """{"id":"sbx_1","status":"Delivered"}""";
        await host.UntilAsync(await host.SendAsync(), "delivered");
        using var request = Request(Path, Body, Sign("http://evil.example.com" + Path, Body));
        request.Headers.Host = "evil.example.com";
        request.Headers.Add("X-Forwarded-Host", "evil.example.com");
        using var response = await host.Anonymous.SendAsync(request);

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "signature_invalid");
    }

    [Test]
    public async Task Signed_nonsense_is_malformed_and_the_answer_says_nothing_about_it()
    {
        await host.UntilAsync(await host.SendAsync(), "delivered");
        using var response = await PostAsync(Path, "[1]", Sign(Address(Path), "[1]"));

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "receipt_malformed");
    }

    [Test]
    public async Task A_receipt_that_is_too_large_is_refused()
    {
        using var response = await PostAsync(Path, new string('x', 65_537), signature: null);

        await response.ReadProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    [TestCase("PUT", HttpStatusCode.Unauthorized)]
    [TestCase("DELETE", HttpStatusCode.Unauthorized)]
    [TestCase("GET", HttpStatusCode.Unauthorized)]
    public async Task Other_methods_open_nothing(string method, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Path);
        using var response = await host.Anonymous.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(status));
    }

    [TestCase("/api/v1/callbacks")]
    [TestCase("/api/v1/callbacks/")]
    [TestCase("/api/v1/callbacks/sandbox/more")]
    [TestCase("/api/v1/callbacks/../messages")]
    public async Task Nothing_else_is_open_without_a_key(string path)
    {
        using var response = await PostAsync(path, "{}", signature: null);

        await response.ReadProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Test]
    public async Task A_receipt_for_a_message_that_nobody_knows_is_taken()
    {
        await host.UntilAsync(await host.SendAsync(), "delivered");
        const string Body = """{"id":"sbx_nobody","status":"Delivered"}""";
        using var response = await PostAsync(Path + "?m=msg_nobody", Body, Sign(Address(Path + "?m=msg_nobody"), Body));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task The_signature_covers_the_very_characters_of_the_address()
    {
        await host.UntilAsync(await host.SendAsync(), "delivered");
        const string Odd = "/api/v1/callbacks/s%61ndbox?a=%7e+%2f&b=~";
        const string Body = """{"id":"sbx_nobody","status":"Sent"}""";

        var status = await PostRawAsync(Odd, Body, Sign(host.Address.AbsoluteUri.TrimEnd('/') + Odd, Body));

        Assert.That(status, Does.StartWith("HTTP/1.1 204 "));
    }

    [TestCase("+14155550123", "delivered", null)]
    [TestCase("+19075550130", "undelivered", "invalidRecipient")]
    [TestCase("+19075550131", "failed", "contentRejected")]
    [TestCase("+19075550132", "delivered", null)]
    public async Task What_the_provider_reports_is_what_the_message_shows(string to, string status, string? reason)
    {
        var id = await host.SendAsync(to);

        var message = await host.UntilAsync(id, status);

        Assert.That(message.Text("reason"), Is.EqualTo(reason));
        Assert.That(host.Logs.GetSnapshot().Select(record => record.Message), Has.None.Contains(to[1..]));
    }

    [Test]
    public async Task A_repeated_receipt_is_taken_and_changes_nothing()
    {
        var id = await host.SendAsync("+19075550130");
        var before = await host.UntilAsync(id, "undelivered");
        var body = $$"""{"id":"{{before.Text("providerMessageId")}}","status":"Delivered"}""";
        var target = $"{Path}?m={id}";

        using var response = await PostAsync(target, body, Sign(Address(target), body));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        var after = await host.Client.GetJsonAsync($"/api/v1/messages/{id}");
        Assert.That(after.Text("status"), Is.EqualTo("undelivered"));
    }

    private static HttpRequestMessage Request(string path, string body, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        if (signature is not null)
        {
            request.Headers.Add(SignatureHeader, signature);
        }

        return request;
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body, string? signature) =>
        host.Anonymous.SendAsync(Request(path, body, signature));

    private string Address(string path) => new Uri(host.Address, path).AbsoluteUri;

    private string Sign(string url, string body) => Convert.ToHexStringLower(
        HMACSHA256.HashData(File.ReadAllBytes(KeyPath), Encoding.UTF8.GetBytes($"{url}\n{body}")));

    // HTTP clients tidy addresses up.
    private async Task<string> PostRawAsync(string target, string body, string signature)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port);
        await using var stream = client.GetStream();
        var head = $"POST {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{SignatureHeader}: {signature}\r\n"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head + body));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
