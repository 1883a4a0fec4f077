using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Connector.Abstractions;
using Connectors.HttpSms.Tests.Wires;

namespace Connectors.HttpSms.Tests.Requests;

internal sealed class RequestTests
{
    private const string Hostile = "\"}], \"admin\": true, <b>&amp;'\\ ü 👍\u0000\r\nX: y {{token}} a=b&c=d%20#";

    [Test]
    public async Task The_request_is_what_the_configuration_says_and_nothing_else()
    {
        var request = await Wire.RequestAsync(Config.Valid());

        Assert.That(request.ToString().Split("\r\n").Where(line => !line.StartsWith("Host:", StringComparison.Ordinal)),
            Is.EqualTo(new[]
            {
                "POST /messages HTTP/1.1",
                "User-Agent: ConnectorPlatform-HttpSms/1.0",
                $"Authorization: Bearer {Config.Token}",
                "Content-Type: application/json",
                "Content-Length: 56",
                "",
                """{ "to": "+15005550006", "text": "123456 is your code." }""",
            }));
    }

    [Test]
    public async Task Whatever_a_value_holds_a_JSON_body_keeps_its_shape()
    {
        var request = await SendHostileAsync("json", """{ "to": {{toDigits}}, "text": "{{code}}" }""");

        var body = JsonElement.Parse(request.Body);

        Assert.That(body.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "to", "text" }));
        Assert.That(body.GetProperty("to").GetInt64(), Is.EqualTo(15005550006));
        Assert.That(body.GetProperty("text").GetString(), Is.EqualTo(Hostile));
    }

    [Test]
    public async Task Whatever_a_value_holds_a_form_keeps_its_fields()
    {
        var body = (await SendHostileAsync("form", "to={{to}}&text={{code}}&last=1")).Body;

        var fields = body.Split('&').Select(field => field.Split('=')).ToList();
        Assert.That(fields.Select(field => field[0]), Is.EqualTo(new[] { "to", "text", "last" }));
        Assert.That(Uri.UnescapeDataString(fields[1][1].Replace('+', ' ')), Is.EqualTo(Hostile));
        Assert.That(fields[0][1], Is.EqualTo("%2B15005550006"));
    }

    [Test]
    public async Task Whatever_a_value_holds_an_XML_body_keeps_its_elements()
    {
        var request = await SendHostileAsync(
            "xml", """<sms to="{{to}}" note="{{code}}"><text>{{code}}</text></sms>""");

        var sms = XDocument.Parse(request.Body, LoadOptions.PreserveWhitespace).Root!;
        Assert.That(sms.Elements().Select(element => element.Name.LocalName), Is.EqualTo(new[] { "text" }));
        Assert.That(sms.Value, Is.EqualTo(Hostile.Replace("\0", "").Replace("\r\n", "\n")));
    }

    [Test]
    public async Task Whatever_a_value_holds_an_address_keeps_its_path_and_query()
    {
        var config = Config.With(("url", "https://api.example.com/v1/{{toDigits}}?a={{code}}&b=1"));

        var request = await Wire.RequestAsync(config, new SmsPayload { Code = Hostile });

        var parts = request.Target.Split('?');
        Assert.That(parts[0], Is.EqualTo("/v1/15005550006"));
        Assert.That(parts[1].Split('&').Select(part => part.Split('=')[0]), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(Uri.UnescapeDataString(parts[1].Split('&')[0][2..]), Is.EqualTo(Hostile));
    }

    [Test]
    public async Task A_header_can_not_be_broken_out_of()
    {
        var config = Config.With(("headers", Headers("X-Id", "<{{messageId}}>")));
        var payload = new SmsPayload { Delivery = new SmsDelivery { MessageId = "a\r\nX-Evil: 1\u00e9\0b" } };

        var request = await Wire.RequestAsync(config, payload);

        Assert.That(request.Headers["X-Id"], Is.EqualTo("<aX-Evil: 1b>"));
        Assert.That(request.Headers.Keys, Does.Not.Contain("X-Evil"));
    }

    [Test]
    public async Task Half_a_surrogate_pair_becomes_a_replacement_character()
    {
        var payload = new SmsPayload { Code = "a\ud83d!" };

        foreach (var format in new[] { "json", "form", "xml", "text" })
        {
            var config = Config.With(("bodyFormat", format), ("body", "{{code}}"));
            var body = (await Wire.RequestAsync(config, payload)).Body;

            Assert.That(Uri.UnescapeDataString(body), Is.AnyOf("a\ufffd!", "a\\uFFFD!"), format);
        }
    }

    [TestCase("basic", "Authorization", "Basic Y29udG9zbzpww6Rzcw==")]
    [TestCase("bearer", "Authorization", "Bearer tok-0123456789abcdef")]
    [TestCase("header", "X-Api-Key", "tok-0123456789abcdef")]
    public async Task The_request_signs_in_as_told(string authentication, string header, string value)
    {
        var request = await Wire.RequestAsync(Config.With(
            ("authentication", authentication),
            ("username", "contoso"),
            ("password", "päss"),
            ("tokenHeader", "X-Api-Key")));

        Assert.That(request.Headers[header], Is.EqualTo(value));
    }

    [Test]
    public async Task Without_authentication_there_is_no_credential()
    {
        var request = await Wire.RequestAsync(Config.With(("authentication", "none")));

        Assert.That(request.ToString(), Does.Not.Contain(Config.Token).And.Not.Contain("Authorization"));
    }

    [Test]
    public async Task A_GET_carries_everything_in_its_address()
    {
        var request = await Wire.RequestAsync(Config.Gateway());

        Assert.That(request.Method, Is.EqualTo("GET"));
        Assert.That(request.Target, Is.EqualTo(
            "/send?user=contoso&key=pass-0123456789&to=15005550006&msg=123456%20is%20your%20code."));
        Assert.That(request.Headers.Keys, Does.Not.Contain("Content-Type"));
        Assert.That(request.Body, Is.Empty);
    }

    [Test]
    public async Task A_content_type_of_the_configuration_replaces_the_formats()
    {
        var config = Config.With(("headers", Headers("content-type", "application/soap+xml")));

        var request = await Wire.RequestAsync(config);

        Assert.That(request.Headers["Content-Type"], Is.EqualTo("application/soap+xml"));
    }

    [Test]
    public async Task Everything_the_host_knows_can_be_sent()
    {
        const string Body =
            "{{usageType}}|{{locale}}|{{link}}|{{clientIp}}|{{messageId}}|{{attempt}}|{{validitySeconds}}";
        var payload = new SmsPayload
        {
            Locale = "es",
            Link = "https://a.example/x",
            ClientIp = System.Net.IPAddress.Parse("192.0.2.1"),
            Delivery = new SmsDelivery { MessageId = "msg_2", Attempt = 3, ExpiresAt = Samples.Now.AddSeconds(90.7) },
        };

        var request = await Wire.RequestAsync(Config.With(("bodyFormat", "text"), ("body", Body)), payload);

        Assert.That(request.Body, Is.EqualTo("SignIn|es|https://a.example/x|192.0.2.1|msg_2|3|90"));
    }

    [Test]
    public async Task What_the_host_does_not_know_is_empty()
    {
        const string Body = "[{{code}}{{link}}{{messageId}}]{{validitySeconds}}";
        var config = Config.With(("bodyFormat", "text"), ("body", Body));

        Assert.That((await Wire.RequestAsync(config, new SmsPayload())).Body, Is.EqualTo("[]600"));
    }

    private static Task<Connector.Testing.Providers.ProviderRequest> SendHostileAsync(string format, string body) =>
        Wire.RequestAsync(
            Config.With(("bodyFormat", format), ("body", body)),
            new SmsPayload { Code = Hostile });

    private static JsonArray Headers(string name, string value) =>
        [new JsonObject { ["name"] = name, ["value"] = value }];
}
