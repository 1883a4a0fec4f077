using System.Net;
using System.Net.Http.Json;
using System.Text;
using Connector.Testing.Providers;

namespace Connector.Testing.Tests.Providers;

internal sealed class ProviderStubTests
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    [OneTimeTearDown]
    public void Dispose() => http.Dispose();

    [Test]
    [CancelAfter(20_000)]
    public async Task A_request_is_kept_as_it_came(CancellationToken cancellationToken)
    {
        await using var provider = new ProviderStub(ProviderReply.Text(204, ""));
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("name=Zoë"));
        content.Headers.Add("X-One", ["a", "b"]);

        await http.PutAsync(new Uri(provider.Address + "/a/b?c=d%20e"), content, cancellationToken);

        var request = provider.Requests.Single();
        Assert.That((request.Method, request.Target, request.Body), Is.EqualTo(("PUT", "/a/b?c=d%20e", "name=Zoë")));
        Assert.That(request.Headers["x-one"], Is.EqualTo("a, b"));
        Assert.That(
            request.ToString(), Does.StartWith("PUT /a/b?c=d%20e HTTP/1.1\r\n").And.EndWith("\r\n\r\nname=Zoë"));
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task A_body_in_chunks_is_put_together(CancellationToken cancellationToken)
    {
        await using var provider = new ProviderStub(ProviderReply.Text(200, ""), ProviderReply.Text(200, ""));
        var long1 = new string('é', 40_000);
        using var content = JsonContent.Create(long1);
        content.Headers.ContentLength = null;

        await http.PostAsync(new Uri(provider.Address), content, cancellationToken);
        await http.PostAsync(new Uri(provider.Address), JsonContent.Create("x"), cancellationToken);

        Assert.That(provider.Requests[0].Headers["Transfer-Encoding"], Is.EqualTo("chunked"));
        Assert.That(provider.Requests[0].Body, Does.StartWith("\"").And.Length.GreaterThan(40_000));
        Assert.That(provider.Requests[1].Body, Is.EqualTo("\"x\""));
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task A_client_that_asks_first_is_told_to_go_on(CancellationToken cancellationToken)
    {
        await using var provider = new ProviderStub(ProviderReply.Text(200, ""));
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.Address);
        request.Content = new StringContent("x");
        request.Headers.ExpectContinue = true;

        await http.SendAsync(request, cancellationToken);

        Assert.That(provider.Requests.Single().Body, Is.EqualTo("x"));
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task A_recorded_answer_is_given_with_its_own_length(CancellationToken cancellationToken)
    {
        await using var provider = new ProviderStub(ProviderReply.Recorded(
            "HTTP/2 418 I'm a teapot\nContent-Type: text/plain\nContent-Length: 999\n"
            + "Transfer-Encoding: chunked\n\nhällo"));

        using var response = await http.GetAsync(new Uri(provider.Address), cancellationToken);

        Assert.That((int)response.StatusCode, Is.EqualTo(418));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/plain"));
        Assert.That(await response.Content.ReadAsStringAsync(cancellationToken), Is.EqualTo("hällo"));
    }

    [Test]
    public void A_recording_without_a_status_line_is_refused() =>
        Assert.That(() => ProviderReply.Recorded("{}"), Throws.InstanceOf<FormatException>());

    [Test]
    [CancelAfter(20_000)]
    public async Task Answers_come_in_order_and_a_request_too_many_breaks(CancellationToken cancellationToken)
    {
        await using var provider = new ProviderStub(ProviderReply.Text(200, ""), ProviderReply.Text(429, ""));

        using var first = await http.GetAsync(new Uri(provider.Address), cancellationToken);
        using var second = await http.GetAsync(new Uri(provider.Address), cancellationToken);

        Assert.That(
            (first.StatusCode, second.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.TooManyRequests)));
        Assert.That(
            () => http.GetAsync(new Uri(provider.Address), cancellationToken),
            Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task The_answer_may_depend_on_the_request(CancellationToken cancellationToken)
    {
        await using var provider = new ProviderStub(request => ProviderReply.Text(200, request.Target));

        Assert.That(
            await http.GetStringAsync(new Uri(provider.Address + "/x"), cancellationToken), Is.EqualTo("/x"));
    }
}
