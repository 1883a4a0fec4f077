using System.Text.Json;
using Connector.Abstractions.Templates;
using Connector.Runtime.Connectors;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

public sealed class TemplatePreviewerTests
{
    [TestCase(null)]
    [TestCase("")]
    public void A_missing_template_is_refused(string? content)
    {
        var error = Assert.Throws<ConnectorRequestException>(() => TemplatePreviewer.Preview(content, default))!;

        Assert.That(error.Issues[0].Pointer, Is.EqualTo("/content"));
    }

    [Test]
    public void A_template_without_code_is_warned_about()
    {
        Assert.That(
            Preview("Hello").Warnings, Is.EqualTo(new[] { "The template shows neither {{code}} nor {{link}}." }));
    }

    [Test]
    public void A_placeholder_that_stays_is_warned_about()
    {
        var preview = Preview("{{code}} {{user.name}}");

        Assert.That(preview.Text, Is.EqualTo("123456 {{user.name}}"));
        Assert.That(
            preview.Warnings, Is.EqualTo(new[] { "The payload has no user, so {{user.name}} stays in the text." }));
    }

    [Test]
    public void The_one_character_that_makes_a_message_expensive_is_named()
    {
        var preview = Preview("Votre code reçu : {{code}}");

        Assert.That(preview.Segmentation, Is.EqualTo(new SmsSegmentation(SmsEncoding.Ucs2, 24, 1)));
        Assert.That(preview.Warnings, Is.EqualTo(new[]
        {
            "\"ç\" is not in the GSM-7 alphabet, so a part holds 70 characters instead of 160.",
        }));
    }

    [Test]
    public void A_text_that_providers_refuse_is_warned_about()
    {
        Assert.That(Preview("{{code}}" + new string('x', 1_600)).Warnings, Has.One.Contains("1600"));
    }

    private static TemplatePreview Preview(string content) =>
        TemplatePreviewer.Preview(content, JsonElement.Parse("""{"code":"123456"}"""));
}
