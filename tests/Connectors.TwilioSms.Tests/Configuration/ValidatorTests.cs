using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connectors.TwilioSms.Tests.Wires;

namespace Connectors.TwilioSms.Tests.Configuration;

internal sealed class ValidatorTests
{
    private static readonly string[] EveryFault =
    [
        "/apiBaseUrl", "/apiKeySecret", "/authToken", "/from", "/templates", "/templates", "/templates/0/content",
        "/templates/1/locale", "/templates/2/content",
    ];

    [Test]
    public void All_faults_are_told_at_once()
    {
        var config = Config.With(
            ("apiKeySID", "SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            ("authToken", "x\n"),
            ("from", "Contoso\n"),
            ("apiBaseUrl", "http://example.com"),
            ("templates", new JsonArray(
                Config.Template("Generic", "no placeholder"),
                Config.Template("SignIn", "{{code}}", "es"),
                Config.Template("MfaVerification", " "))));

        Assert.That(Errors(config).Select(issue => issue.Pointer).Order(), Is.EqualTo(EveryFault));
    }

    [Test]
    public void A_good_configuration_has_no_issue() => Assert.That(Issues(Config.Valid()), Is.Empty);

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("""{"accountSID":1,"authToken":[],"from":{},"apiBaseUrl":false,"apiKeySID":null,"templates":"x"}""")]
    [TestCase("""{"templates":[1,null,"x",[],{},{"usageType":1,"content":2,"locale":3},{"usageType":"SignIn"}]}""")]
    public void Whatever_the_schema_has_complained_of_is_passed_over(string config) =>
        Assert.That(() => new TwilioSmsPlugin().Validate(JsonElement.Parse(config)), Throws.Nothing);

    [TestCase("Register")]
    [TestCase("SignIn")]
    [TestCase("ForgotPassword")]
    [TestCase("Generic")]
    public void A_missing_usage_type_is_named(string usageType)
    {
        var templates = Config.Valid()["templates"]!.AsArray();
        var others = templates.Where(template => (string?)template!["usageType"] != usageType);
        var config = Config.With(("templates", new JsonArray([.. others.Select(template => template!.DeepClone())])));

        var issue = Errors(config).Single();

        Assert.That(issue.Pointer, Is.EqualTo("/templates"));
        Assert.That(issue.Message, Does.Contain(usageType));
    }

    [TestCase("authToken", null, null, "/authToken", ConfigIssueSeverity.Error)]
    [TestCase("fromMessagingServiceSID", null, null, "/fromMessagingServiceSID", ConfigIssueSeverity.Error)]
    [TestCase("apiKeySID", "SK1", null, "/apiKeySecret", ConfigIssueSeverity.Error)]
    [TestCase("apiKeySecret", "s", null, "/apiKeySID", ConfigIssueSeverity.Error)]
    [TestCase("from", "+15005550006", null, "/from", ConfigIssueSeverity.Warning)]
    [TestCase("accountSID", "AC1\n", null, "/accountSID", ConfigIssueSeverity.Error)]
    [TestCase("region", "ie1\n", null, "/region", ConfigIssueSeverity.Error)]
    [TestCase("apiBaseUrl", "http://192.0.2.1", null, "/apiBaseUrl", ConfigIssueSeverity.Error)]
    [TestCase("apiBaseUrl", "nonsense", null, "/apiBaseUrl", ConfigIssueSeverity.Error)]
    [TestCase("apiBaseUrl", "https://a@example.com", null, "/apiBaseUrl", ConfigIssueSeverity.Error)]
    [TestCase("apiBaseUrl", "https://example.com", "edge", "/edge", ConfigIssueSeverity.Warning)]
    public void Members_that_do_not_fit_together_are_told(
        string name, string? value, string? other, string pointer, ConfigIssueSeverity severity)
    {
        (string, JsonNode?)[] members = other is null ? [(name, value)] : [(name, value), (other, "x")];

        var issue = Issues(Config.With(members)).Single();

        Assert.That((issue.Pointer, issue.Severity), Is.EqualTo((pointer, severity)));
    }

    [TestCase("http://localhost:8080")]
    [TestCase("http://127.0.0.1:8080/x")]
    [TestCase("http://[::1]:8080")]
    [TestCase("https://gateway.example.com/twilio")]
    public void Secrets_may_travel_to_this_machine_or_encrypted(string address) =>
        Assert.That(Issues(Config.With(("apiBaseUrl", address))), Is.Empty);

    [Test]
    public void An_API_key_without_auth_token_sends_but_can_not_verify_receipts()
    {
        var config = Config.With(("authToken", null), ("apiKeySID", "SK1"), ("apiKeySecret", "s"));

        var issue = Issues(config).Single();

        Assert.That((issue.Pointer, issue.Severity), Is.EqualTo(("/authToken", ConfigIssueSeverity.Warning)));
    }

    [Test]
    public void An_alphanumeric_sender_has_its_limits()
    {
        var issue = Issues(Config.With(("fromMessagingServiceSID", null), ("from", "Contoso"))).Single();

        Assert.That((issue.Pointer, issue.Severity), Is.EqualTo(("/from", ConfigIssueSeverity.Warning)));
    }

    internal static IReadOnlyList<ConfigIssue> Issues(JsonObject config) =>
        new TwilioSmsPlugin().Validate(config.Element());

    private static IEnumerable<ConfigIssue> Errors(JsonObject config) =>
        Issues(config).Where(issue => issue.Severity == ConfigIssueSeverity.Error);
}
