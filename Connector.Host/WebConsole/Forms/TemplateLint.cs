using Connector.Abstractions;
using Connector.Abstractions.Templates;
using Connector.Runtime.Delivery;

namespace Connector.Host.WebConsole;

/// <summary>Finds what costs more, or arrives other than meant.</summary>
internal static class TemplateLint
{
    private const int LongestMessage = 1_600;

    private static readonly string[] Known = ["code", "link", "locale", "uiLocales"];

    /// <summary>Looks a template over.</summary>
    /// <param name="content">The template.</param>
    /// <param name="rendered">What it becomes with the sample.</param>
    public static IReadOnlyList<TemplateFinding> Find(string content, TemplatePreview rendered) =>
    [
        .. Placeholders(content),
        .. Characters(content, rendered),
        .. Length(rendered),
    ];

    /// <summary>Whether the host itself gives the value of a placeholder.</summary>
    public static bool IsKnown(string path) => Known.Contains(path.Split('.')[0]);

    private static IEnumerable<TemplateFinding> Placeholders(string content)
    {
        var paths = new SmsTemplate(UsageType.Generic, content).Placeholders.Distinct().ToList();
        if (!paths.Exists(path => path is "code" or "link"))
        {
            yield return new TemplateFinding("Lint.NoCode", []);
        }

        foreach (var path in paths.Where(path => !IsKnown(path)))
        {
            yield return Spelling(path) is { } meant
                ? new TemplateFinding("Lint.Misspelt", [path, meant], Respell(content, path, meant))
                : new TemplateFinding("Lint.Unknown", [path]);
        }

        if (HasLooseBraces(content))
        {
            yield return new TemplateFinding("Lint.Braces", []);
        }
    }

    private static IEnumerable<TemplateFinding> Characters(string content, TemplatePreview rendered)
    {
        var odd = OddCharacters.Find(content);
        foreach (var one in odd)
        {
            yield return Describe(content, one);
        }

        if (odd.Count > 0 && odd.All(one => one.Instead is not null))
        {
            var now = rendered.Segmentation.Segments;
            var then = SmsSegmentation.Of(odd.Aggregate(rendered.Text, Mend)).Segments;
            if (then < now || odd.Count > 1)
            {
                yield return new TemplateFinding(
                    then < now ? "Lint.Cheaper" : "Lint.Roomier", [now, then], odd.Aggregate(content, Mend));
            }
        }

        if (odd.Count == 0 && rendered.Segmentation.Encoding == SmsEncoding.Ucs2)
        {
            yield return new TemplateFinding("Lint.OddSample", []);
        }
    }

    private static IEnumerable<TemplateFinding> Length(TemplatePreview rendered)
    {
        if (rendered.Text.Length > LongestMessage)
        {
            yield return new TemplateFinding("Lint.TooLong", [LongestMessage]);
        }
    }

    private static TemplateFinding Describe(string content, OddCharacter odd) => odd.Instead switch
    {
        null => new TemplateFinding("Lint.Odd", [odd, odd.Place]),
        "" => new TemplateFinding("Lint.Odd.Drop", [odd, odd.Place], Mend(content, odd)),
        var instead => new TemplateFinding("Lint.Odd.Instead", [odd, odd.Place, instead], Mend(content, odd)),
    };

    private static string Mend(string text, OddCharacter odd) =>
        text.Replace(odd.Text, odd.Instead, StringComparison.Ordinal);

    // Names compare with case in templates; anyone may forget that, or a letter.
    private static string? Spelling(string path) => Known.FirstOrDefault(known =>
        known.Equals(path, StringComparison.OrdinalIgnoreCase)
        || (path.Length >= 3 && known.StartsWith(path, StringComparison.OrdinalIgnoreCase))
        || path.Equals($"{known}s", StringComparison.OrdinalIgnoreCase));

    private static string Respell(string content, string path, string meant) => content
        .Replace($"{{{{{path}}}}}", $"{{{{{meant}}}}}", StringComparison.Ordinal)
        .Replace($"{{{{ {path} }}}}", $"{{{{ {meant} }}}}", StringComparison.Ordinal);

    // Whatever braces are left when every placeholder is filled with a letter were meant to be one.
    private static bool HasLooseBraces(string content)
    {
        var template = new SmsTemplate(UsageType.Generic, content);
        var filled = template.Render(SamplePayload.Filled(template.Placeholders));
        return filled.Contains("{{", StringComparison.Ordinal) || filled.Contains("}}", StringComparison.Ordinal)
            || filled.Contains("{code}", StringComparison.OrdinalIgnoreCase);
    }
}
