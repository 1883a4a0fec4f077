namespace Connector.Abstractions.Templates;

/// <summary>The templates of one usage type by language.</summary>
internal sealed class LocalizedTemplates
{
    // No tag in use is nearly as long. A caller's can be, and each of its hyphens costs a lookup.
    private const int LongestTag = 128;

    private readonly Dictionary<string, SmsTemplate> byLocale = new(StringComparer.OrdinalIgnoreCase);
    private SmsTemplate? withoutLocale;

    public void Add(SmsTemplate template)
    {
        if (template.Locale is null)
        {
            withoutLocale ??= template;
        }
        else
        {
            byLocale.TryAdd(template.Locale.Replace('_', '-'), template);
        }
    }

    public SmsTemplate? Find(string? locale, string? uiLocales) =>
        byLocale.Count == 0 ? withoutLocale : FindByLocale(locale) ?? FindByFirstOf(uiLocales) ?? withoutLocale;

    private SmsTemplate? FindByFirstOf(string? locales)
    {
        if (locales is null)
        {
            return null;
        }

        foreach (var range in locales.AsSpan().Split(' '))
        {
            if (FindByLocale(locales.AsSpan()[range]) is { } template)
            {
                return template;
            }
        }

        return null;
    }

    // The lookup of RFC 4647 §3.4: drop subtags from the right until one fits.
    private SmsTemplate? FindByLocale(ReadOnlySpan<char> locale)
    {
        if (locale.Length > LongestTag)
        {
            return null;
        }

        var templates = byLocale.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> tag = stackalloc char[locale.Length];
        locale.Replace(tag, '_', '-');
        SmsTemplate? template;
        while (!templates.TryGetValue(tag, out template))
        {
            var dash = tag.LastIndexOf('-');
            if (dash < 0)
            {
                return null;
            }

            tag = tag[..dash];
        }

        return template;
    }
}
