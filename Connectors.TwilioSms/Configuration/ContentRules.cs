using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Templates;

namespace Connectors.TwilioSms.Configuration;

/// <summary>Checks the text of one template.</summary>
internal static class ContentRules
{
    private const int MostCharacters = 1600;
    private const string Member = "/content";

    private static readonly string[] Known = ["code", "link", "locale", "uiLocales"];

    public static IEnumerable<ConfigIssue> Check(TemplateEntry entry, bool isRequired)
    {
        if (entry.Template is not { } template)
        {
            return [];
        }

        if (string.IsNullOrWhiteSpace(template.Content))
        {
            return [entry.Error(Member, "The text is empty.")];
        }

        return
        [
            .. CheckCode(entry, template, isRequired),
            .. CheckPlaceholders(entry, template),
            .. CheckText(entry, template.Render(SampleFor(template))),
        ];
    }

    private static IEnumerable<ConfigIssue> CheckCode(TemplateEntry entry, SmsTemplate template, bool isRequired)
    {
        if (template.Placeholders.Contains("code", StringComparer.Ordinal))
        {
            yield break;
        }

        if (isRequired)
        {
            yield return entry.Error(Member, "The text lacks {{code}}, so nobody would learn the verification code.");
        }
        else if (!template.Placeholders.Contains("link", StringComparer.Ordinal))
        {
            yield return entry.Warning(Member, "The text has neither {{code}} nor {{link}}.");
        }
    }

    private static IEnumerable<ConfigIssue> CheckPlaceholders(TemplateEntry entry, SmsTemplate template)
    {
        foreach (var path in template.Placeholders.Except(Known, StringComparer.Ordinal))
        {
            var root = path.Split('.')[0];
            if (Known.Contains(root, StringComparer.Ordinal))
            {
                yield return entry.Warning(Member, $"{{{{{path}}}}} writes nothing: {root} is a text without members.");
            }
            else if (root == path)
            {
                // A path such as application.name can only be meant for a variable, a single name is as often a slip.
                yield return entry.Warning(
                    Member,
                    $"{{{{{path}}}}} stays in the text unless the application sends a variable of this name.");
            }
        }
    }

    private static IEnumerable<ConfigIssue> CheckText(TemplateEntry entry, string text)
    {
        if (text.Length > MostCharacters)
        {
            yield return entry.Error(
                Member,
                $"The message has {text.Length} characters; Twilio takes at most {MostCharacters}.");
        }

        if (text.Contains("{{", StringComparison.Ordinal))
        {
            yield return entry.Warning(
                Member,
                "A {{ stays in the text. A placeholder is a name of letters, digits, dots and underscores in {{ }}.");
        }

        if (OddCharacters.Describe(text) is { } odd)
        {
            yield return entry.Warning(Member, odd);
        }
    }

    // An application's own variables aren't known here; they count as empty.
    private static SmsPayload SampleFor(SmsTemplate template)
    {
        var names = template.Placeholders
            .Select(path => path.Split('.')[0])
            .Except([.. Known, ""], StringComparer.Ordinal);
        return new SmsPayload
        {
            Code = "000000",
            Link = "https://example.com/000000",
            Locale = "en",
            UiLocales = "en",
            Variables = names.ToDictionary(name => name, _ => default(JsonElement), StringComparer.Ordinal),
        };
    }
}
