using System.Net;

namespace Connector.Host.Tests.Api;

internal sealed class TemplateTests
{
    private const string Preview = "/api/v1/templates/preview";

    private TestHost host;

    [OneTimeSetUp]
    public async Task Start() => host = await TestHost.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("""{"content":""}""", "template_invalid", "/content")]
    [TestCase("""{"content":"{{code}}","payload":{"code":7}}""", "payload_invalid", "/payload/code")]
    [TestCase("""{"content":"{{code}}","payload":"text"}""", "payload_invalid", "/payload")]
    public async Task What_cannot_be_previewed_is_refused_at_its_place(string body, string code, string pointer)
    {
        using var response = await host.Client.PostJsonAsync(Preview, body);

        var problem = await response.ReadProblemAsync(HttpStatusCode.UnprocessableEntity, code);
        Assert.That(problem.Pointers(), Is.EqualTo([pointer]));
    }

    [Test]
    public async Task A_preview_shows_text_encoding_and_parts()
    {
        using var response = await host.Client.PostJsonAsync(
            Preview, """{"content":"{{code}} válido","payload":{"code":"123"}}""");

        var preview = await response.ReadJsonAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview.Text("text"), Is.EqualTo("123 válido"));
            Assert.That(preview.Text("encoding"), Is.EqualTo("ucs2"));
            Assert.That(preview.GetProperty("segments").GetInt32(), Is.EqualTo(1));
            Assert.That(preview.GetProperty("units").GetInt32(), Is.EqualTo(10));
            Assert.That(preview.GetProperty("warnings")[0].GetString(), Does.Contain("á"));
        }
    }
}
