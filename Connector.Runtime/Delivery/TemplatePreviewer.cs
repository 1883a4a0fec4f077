using System.Globalization;
using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Templates;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>Shows what a template would send. Thread-safe.</summary>
public static class TemplatePreviewer
{
    private const int MaxContentLength = 10_000;
    private const int MaxMessageLength = 1_600;

    /// <summary>Fills a template and measures the text.</summary>
    /// <param name="content">The template.</param>
    /// <param name="payload">What it may show, a JSON object.</param>
    /// <returns>The text, its parts, and warnings.</returns>
    /// <exception cref="ConnectorRequestException">
    /// The content is missing or far too long, or the payload can't be used.
    /// </exception>
    public static TemplatePreview Preview(string? content, JsonElement payload)
    {
        var template = new SmsTemplate(UsageType.Generic, Checked(content));
        var values = new PayloadReader(payload).Read(
            UsageType.Generic, clientIp: null, delivery: new SmsDelivery { MessageId = "" });
        var text = template.Render(values);
        return new TemplatePreview
        {
            Text = text,
            Segmentation = SmsSegmentation.Of(text),
            Warnings = [.. Warnings(template, text)],
        };
    }

    private static string Checked(string? content)
    {
        if (!string.IsNullOrEmpty(content) && content.Length <= MaxContentLength)
        {
            return content;
        }

        throw new ConnectorRequestException(
            ConnectorRequestKind.Invalid, "template_invalid", "The template is invalid", "There is nothing to preview.")
        {
            Issues = [new ConfigIssue("/content", $"content must have 1 to {MaxContentLength} characters.")],
        };
    }

    private static IEnumerable<string> Warnings(SmsTemplate template, string text)
    {
        if (!template.Placeholders.Any(path => path is "code" or "link"))
        {
            yield return "The template shows neither {{code}} nor {{link}}.";
        }

        foreach (var path in template.Placeholders.Distinct().Where(path => Remains(text, path)))
        {
            yield return $"The payload has no {path.Split('.')[0]}, so {{{{{path}}}}} stays in the text.";
        }

        if (text.Length > MaxMessageLength)
        {
            yield return $"The text has more than {MaxMessageLength} characters; most providers refuse it.";
        }

        if (Gsm7Alphabet.IndexOfUnsupported(text) is >= 0 and var index)
        {
            yield return $"\"{TextElement(text, index)}\" is not in the GSM-7 alphabet, " +
                "so a part holds 70 characters instead of 160.";
        }
    }

    private static bool Remains(string text, string path) =>
        new SmsTemplate(UsageType.Generic, text).Placeholders.Contains(path);

    private static string TextElement(string text, int index) =>
        StringInfo.GetNextTextElement(text, index);
}
