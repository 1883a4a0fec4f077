namespace Connector.Abstractions.Templates;

/// <summary>The templates of one connector, and the rules by which one is chosen.</summary>
/// <remarks>
/// A template of the usage type wins over a Generic one. Among those, the best language wins: the payload's locale,
/// shortened from the right (<c>pt-BR</c>, then <c>pt</c>), then each of its UI locales in the same way, then the
/// template without a language. Languages compare without regard to case, usage types exactly. Of two templates for the
/// same usage type and language the first counts. Immutable and thread-safe.
/// </remarks>
public sealed class SmsTemplateSet
{
    private readonly Dictionary<string, LocalizedTemplates> byUsageType = new(StringComparer.Ordinal);

    /// <summary>Collects templates.</summary>
    /// <param name="templates">In order of precedence.</param>
    /// <exception cref="ArgumentNullException"><paramref name="templates"/> is <see langword="null"/>.</exception>
    public SmsTemplateSet(IEnumerable<SmsTemplate> templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        foreach (var template in templates)
        {
            if (!byUsageType.TryGetValue(template.UsageType.Value, out var localized))
            {
                byUsageType.Add(template.UsageType.Value, localized = new LocalizedTemplates());
            }

            localized.Add(template);
        }
    }

    /// <summary>Chooses the template for a usage type and the payload's languages.</summary>
    /// <param name="usageType">Why the message is sent.</param>
    /// <param name="payload">Its languages count.</param>
    /// <returns>
    /// The template, or <see langword="null"/> when neither the usage type nor Generic has one that fits.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public SmsTemplate? Find(UsageType usageType, SmsPayload payload)
    {
        ArgumentNullException.ThrowIfNull(usageType);
        ArgumentNullException.ThrowIfNull(payload);
        return FindLocalized(usageType, payload) ?? FindLocalized(UsageType.Generic, payload);
    }

    /// <summary>Chooses the template and writes its text.</summary>
    /// <param name="usageType">Why the message is sent.</param>
    /// <param name="payload">Its languages choose the template, its values fill it.</param>
    /// <returns>The text, or <see langword="null"/> when there is no template.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public string? Render(UsageType usageType, SmsPayload payload) => Find(usageType, payload)?.Render(payload);

    private SmsTemplate? FindLocalized(UsageType usageType, SmsPayload payload) =>
        byUsageType.TryGetValue(usageType.Value, out var localized)
            ? localized.Find(payload.Locale, payload.UiLocales)
            : null;
}
