using System.Text.Json.Serialization;

namespace Connector.Abstractions.Templates;

/// <summary>The text of an SMS with placeholders, for one usage type and language.</summary>
/// <remarks>
/// <para>
/// A placeholder is <c>{{name}}</c> or a path such as <c>{{user.name}}</c>, white space inside the braces allowed.
/// Names are ASCII letters, digits and underscores, compared case-sensitively. When the first part of the path isn't in
/// the payload the placeholder stays in the text; when something after it is missing or null, nothing is written.
/// Numbers are written in one form everywhere, arrays as their items with commas, an object as nothing. A path walks
/// objects by name and arrays by index or <c>length</c>. What a value brings in is never read as a template again.
/// </para>
/// <para>Parsed once, when created. Immutable and thread-safe.</para>
/// </remarks>
public sealed class SmsTemplate
{
    private const int UsualLength = 320;

    private readonly TemplatePart[] parts;

    /// <summary>Parses a template. Every text is a valid template.</summary>
    /// <param name="usageType">When to use it.</param>
    /// <param name="content">The text.</param>
    /// <param name="locale">
    /// The language it is written in, or <see langword="null"/> for one that serves every language.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="usageType"/> or <paramref name="content"/> is <see langword="null"/>.
    /// </exception>
    [JsonConstructor]
    public SmsTemplate(UsageType usageType, string content, string? locale = null)
    {
        ArgumentNullException.ThrowIfNull(usageType);
        ArgumentNullException.ThrowIfNull(content);
        UsageType = usageType;
        Content = content;
        Locale = string.IsNullOrWhiteSpace(locale) ? null : locale;
        parts = TemplateParser.Parse(content);
    }

    /// <summary>When to use it.</summary>
    public UsageType UsageType { get; }

    /// <summary>The text as written.</summary>
    public string Content { get; }

    /// <summary>BCP 47 tag of the language, or <see langword="null"/> for one that serves every language.</summary>
    public string? Locale { get; }

    /// <summary>
    /// The paths of the placeholders, in the order of the text, such as <c>user.name</c>; repeated as in the text.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<string> Placeholders => parts.Where(part => part.IsPlaceholder).Select(part => part.Path);

    /// <summary>Writes the text for one payload. Allocates nothing but the result.</summary>
    /// <param name="payload">Where the values come from.</param>
    /// <returns>The text to send.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payload"/> is <see langword="null"/>.</exception>
    public string Render(SmsPayload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var text = new TextBuffer(stackalloc char[UsualLength]);
        foreach (var part in parts)
        {
            part.AppendTo(ref text, payload);
        }

        return text.ToStringAndClear();
    }
}
