using Connector.Abstractions;
using Connectors.TwilioSms.Tests.Wires;

namespace Connectors.TwilioSms.Tests.Configuration;

internal sealed class TemplateTests
{
    private const string Content = "/templates/4/content";

    [TestCase("SignIn", "es", "Sin nada", "lacks {{code}}", ConfigIssueSeverity.Error)]
    [TestCase("MfaVerification", null, "Nothing", "neither {{code}} nor {{link}}", ConfigIssueSeverity.Warning)]
    [TestCase("MfaVerification", null, "", "empty", ConfigIssueSeverity.Error)]
    [TestCase("MfaVerification", null, "{{code}} {{cod}}", "{{cod}} stays", ConfigIssueSeverity.Warning)]
    [TestCase("MfaVerification", null, "{{code}} {{code.a}}", "{{code.a}} writes nothing", ConfigIssueSeverity.Warning)]
    [TestCase("MfaVerification", null, "{{code}} {{user-name}}", "{{ stays", ConfigIssueSeverity.Warning)]
    [TestCase("MfaVerification", null, "{{code}} {{.code}}", "{{ stays", ConfigIssueSeverity.Warning)]
    [TestCase("MfaVerification", null, "{{code}} it’s yours", "'’' (U+2019)", ConfigIssueSeverity.Warning)]
    [TestCase("MfaVerification", null, "{{code}} 👍", "'👍' (U+1F44D)", ConfigIssueSeverity.Warning)]
    [TestCase("MfaVerification", null, "{{code}} ação", "'ç' (U+00E7)", ConfigIssueSeverity.Warning)]
    public void What_is_wrong_with_a_text_is_told(
        string usageType, string? locale, string content, string message, ConfigIssueSeverity severity)
    {
        var issue = ValidatorTests.Issues(Config.Plus(Config.Template(usageType, content, locale))).Single();

        Assert.That((issue.Pointer, issue.Severity), Is.EqualTo((Content, severity)));
        Assert.That(issue.Message, Does.Contain(message));
    }

    [TestCase("{{link}}")]
    [TestCase("{{ code }} {{application.name}} {{locale}} {{uiLocales}}")]
    [TestCase("[{{code}}] ¿español? ¡olé! €")]
    [TestCase("Ваш код {{code}}")]
    [TestCase("验证码{{code}}")]
    public void Good_texts_of_any_script_have_no_issue(string content) =>
        Assert.That(ValidatorTests.Issues(Config.Plus(Config.Template("MfaVerification", content))), Is.Empty);

    [TestCase(1594, false)]
    [TestCase(1595, true)]
    public void A_message_is_measured_with_a_code_of_six_digits(int others, bool isTooLong)
    {
        var content = "{{code}}" + new string('x', others);

        var issues = ValidatorTests.Issues(Config.Plus(Config.Template("MfaVerification", content)));

        Assert.That(issues.Select(issue => issue.Pointer), Is.EqualTo(isTooLong ? new[] { Content } : []));
    }

    [TestCase("pt-BR", "pt_br")]
    [TestCase(null, " ")]
    public void A_second_text_for_the_same_language_is_never_used(string? first, string second)
    {
        var config = Config.Plus(
            Config.Template("BindMfa", "{{code}}", first), Config.Template("BindMfa", "{{code}}", second));

        var issue = ValidatorTests.Issues(config).Single();

        Assert.That((issue.Pointer, issue.Severity), Is.EqualTo(("/templates/5", ConfigIssueSeverity.Warning)));
        Assert.That(issue.Message, Does.Contain("templates[4]"));
    }

    [Test]
    public void The_text_is_in_the_persons_language()
    {
        using var rig = new Rig();
        var spanish = Config.Template("Generic", "{{code}} es tu clave", "es");
        var templates = Config.Plus(spanish)["templates"]!.DeepClone();
        var connector = rig.ConnectTo("http://127.0.0.1:9", ("templates", templates));

        var text = connector.Preview(UsageType.BindMfa, new SmsPayload { Code = "1", Locale = "es-MX" });

        Assert.That(text, Is.EqualTo("1 es tu clave"));
    }
}
