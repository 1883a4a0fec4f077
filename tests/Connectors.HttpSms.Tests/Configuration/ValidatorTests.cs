using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connectors.HttpSms.Tests.Wires;

namespace Connectors.HttpSms.Tests.Configuration;

internal sealed class ValidatorTests
{
    private const ConfigIssueSeverity Error = ConfigIssueSeverity.Error;
    private const ConfigIssueSeverity Warning = ConfigIssueSeverity.Warning;

    private static readonly string[] EveryFault =
        ["/answer/successValues", "/body", "/body", "/errors/0", "/headers/0/name", "/templates", "/token", "/url"];

    private static IEnumerable<TestCaseData> Faults =>
    [
        Fault("/url", Error, "in the host", ("url", "https://{{locale}}.example.com/?to={{to}}")),
        Fault("/url", Error, "change the path", ("url", "https://api.example.com/{{code}}")),
        Fault("/url", Error, "credentials", ("url", "https://a:b@api.example.com/")),
        Fault("/url", Error, "uses http", ("url", "http://192.0.2.1/")),
        Fault("/url", Warning, "uses http", ("url", "http://192.0.2.1/"), ("allowHttp", true)),
        Fault("/url", Error, "not an address", ("url", "nonsense/")),
        Fault("/url", Error, "no placeholder {{phone}}", ("url", "https://api.example.com/?a={{phone}}")),
        Fault("/checkUrl", Error, "not an address", ("checkUrl", "nonsense")),
        Fault("/checkUrl", Error, "uses http", ("checkUrl", "http://192.0.2.1/")),
        Fault("/body", Error, "no recipient", ("body", """{ "text": "{{text}}" }""")),
        Fault("/body", Error, "must stand in quotes", ("body", """{ "to": {{to}}, "text": "{{text}}" }""")),
        Fault("/body", Error, "not JSON (line 1)", ("body", """{ "to": "{{to}}", "text": "{{text}}" """)),
        Fault("/body", Error, "not JSON", ("body", """{ "to": "{{to}}" "text": "{{text}}" }""")),
        Fault("/body", Error, "not XML", ("bodyFormat", "xml"), ("body", "<a>{{to}}{{text}}")),
        Fault("/body", Error, "one line", ("bodyFormat", "form"), ("body", "to={{to}}& text={{text}}")),
        Fault("/body", Error, "There are: attempt, clientIp", ("body", """{ "a": "{{to}}{{text}}{{body}}" }""")),
        Fault("/body", Warning, "A {{ stays", ("body", """{ "a": "{{to}}{{text}}{{user-name}}" }""")),
        Fault("/token", Error, "needs token", ("token", null)),
        Fault("/token", Warning, "no effect", ("authentication", "none")),
        Fault("/token", Error, "line break", ("token", "x\n")),
        Fault("/token", Error, "used but not given", ("authentication", null), ("token", null),
            ("url", "https://api.example.com/?k={{token}}")),
        Fault("/password", Error, "needs password", ("authentication", "basic"), ("token", null), ("username", "u")),
        Fault("/username", Error, "colon", ("authentication", "basic"), ("token", null), ("username", "u:v"),
            ("password", "p")),
        Fault("/tokenHeader", Error, "needs tokenHeader", ("authentication", "header")),
        Fault("/tokenHeader", Error, "HTTP client's own", ("authentication", "header"), ("tokenHeader", "Host")),
        Fault("/headers/0/name", Error, "not the name", Header("a b", "x")),
        Fault("/headers/0/name", Error, "HTTP client's own", Header("Content-Length", "5")),
        Fault("/headers/0/name", Warning, "Use authentication", Header("authorization", "x")),
        Fault("/headers/0/value", Error, "ASCII", Header("X-A", "a\nb")),
        Fault("/headers/0/value", Error, "any text", Header("X-A", "{{text}}")),
        Fault("/headers/0/value", Error, "no placeholder", Header("X-A", "{{id}}")),
        Fault("/answer", Warning, "whatever it says", ("answer", null)),
        Fault("/answer/successValues", Error, "belong together", Answer("successPath", "/a")),
        Fault("/answer/successPattern", Error, "not a regular expression", Answer("successPattern", "(")),
        Fault("/answer/successPattern", Error, "lookarounds", Answer("successPattern", "(?=a)b")),
        Fault("/answer/errorPattern", Error, "group named code", Answer("errorPattern", "ERR")),
        Fault("/errors/0", Error, "status, or both", ("errors", new JsonArray(new JsonObject { ["reason"] = "x" }))),
        Fault("/errors/0/code", Error, "No code is ever found", Answer("idPath", "/id"),
            ("errors", new JsonArray(new JsonObject { ["code"] = "1", ["reason"] = "x" }))),
        Fault("/templates", Error, "no Generic text", ("templates", null)),
        Fault("/templates", Error, "no Generic text",
            ("templates", new JsonArray(Config.Template("Generic", "{{code}}", "es")))),
        Fault("/templates/1", Warning, "Never used", ("templates", new JsonArray(
            Config.Template("Generic", "{{code}}"), Config.Template("Generic", "{{code}}")))),
        Fault("/templates/0/content", Error, "neither", ("templates", new JsonArray(Config.Template("Generic", "x")))),
        Fault("/templates", Warning, "no effect", ("body", """{ "to": "{{to}}", "code": "{{code}}" }""")),
    ];

    [TestCaseSource(nameof(Faults))]
    public void What_does_not_fit_together_is_told(
        string pointer, ConfigIssueSeverity severity, string message, string config)
    {
        var issue = Issues(config).Single();

        Assert.That((issue.Pointer, issue.Severity), Is.EqualTo((pointer, severity)));
        Assert.That(issue.Message, Does.Contain(message));
    }

    [Test]
    public void All_faults_are_told_at_once()
    {
        var config = Config.With(
            ("url", "ftp://example.com/"),
            ("token", null),
            ("body", "{ {{text}} "),
            ("templates", new JsonArray()),
            ("headers", new JsonArray(new JsonObject { ["name"] = "Host", ["value"] = "x" })),
            ("answer", new JsonObject { ["successPath"] = "/a" }),
            ("errors", new JsonArray(new JsonObject { ["reason"] = "unknown" })));

        Assert.That(
            Issues(config.ToJsonString()).Select(issue => issue.Pointer).Order(StringComparer.Ordinal),
            Is.EqualTo(EveryFault));
    }

    [TestCase("http://localhost:8080/a")]
    [TestCase("https://api.example.com/v1/{{username}}/{{toDigits}}?a={{code}}")]
    public void Good_addresses_have_no_issue(string url) =>
        Assert.That(
            Issues(Config.With(("url", url), ("username", url.Contains("username") ? "u" : null)).ToJsonString()),
            Is.Empty);

    [Test]
    public void Good_configurations_have_no_issue()
    {
        Assert.That(Issues(Config.Valid().ToJsonString()), Is.Empty);
        Assert.That(Issues(Config.Gateway().ToJsonString()), Is.Empty);
    }

    [Test]
    public void A_provider_that_writes_the_text_needs_none() =>
        Assert.That(
            Issues(Config.With(
                ("body", """{ "to": {{toDigits}}, "code": "{{code}}", "quote": "\"{{locale}}\\" }"""),
                ("templates", null)).ToJsonString()),
            Is.Empty);

    [Test]
    public void Issues_do_not_repeat_secrets()
    {
        var config = Config.With(
            ("url", "http://user:url-secret@192.0.2.1/?key=key-secret"), ("token", "token-secret\n"));

        var issues = Issues(config.ToJsonString());

        Assert.That(issues, Is.Not.Empty);
        Assert.That(string.Join('\n', issues), Does.Not.Contain("-secret"));
    }

    private static IReadOnlyList<ConfigIssue> Issues(string config) =>
        new HttpSmsPlugin().Validate(JsonElement.Parse(config));

    private static (string, JsonNode?) Header(string name, string value) =>
        ("headers", new JsonArray(new JsonObject { ["name"] = name, ["value"] = value }));

    private static (string, JsonNode?) Answer(string name, string value) => ("answer", name == "idPath"
        ? new JsonObject { [name] = value }
        : new JsonObject { ["idPath"] = "/id", ["errorPath"] = "/code", [name] = value });

    private static TestCaseData Fault(
        string pointer, ConfigIssueSeverity severity, string message, params (string, JsonNode?)[] members)
    {
        var config = Config.With(members).ToJsonString();
        return new TestCaseData(pointer, severity, message, config).SetArgDisplayNames(pointer, message);
    }
}
