namespace Connector.Abstractions.Templates;

/// <summary>A piece of a parsed template: literal text or a placeholder.</summary>
internal sealed class TemplatePart
{
    private readonly string source;
    private readonly string root;
    private readonly string[] steps;

    private TemplatePart(string source, string path)
    {
        this.source = source;
        Path = path;
        var names = path.Split('.');
        root = names[0];
        steps = names[1..];
    }

    public string Path { get; }

    public bool IsPlaceholder => Path.Length > 0;

    public static TemplatePart Literal(string text) => new(text, path: "");

    public static TemplatePart Placeholder(string source, string path) => new(source, path);

    public void AppendTo(ref TextBuffer text, SmsPayload payload)
    {
        if (!IsPlaceholder)
        {
            text.Append(source);
        }
        else if (FindProperty(payload) is { } property)
        {
            // Text has no members, so a path into it finds nothing.
            text.Append(steps.Length == 0 ? property : "");
        }
        else if (payload.Variables.TryGetValue(root, out var variable))
        {
            JsonText.Append(ref text, JsonPath.Walk(variable, steps));
        }
        else
        {
            text.Append(source);
        }
    }

    private string? FindProperty(SmsPayload payload) => root switch
    {
        "code" => payload.Code,
        "link" => payload.Link,
        "locale" => payload.Locale,
        "uiLocales" => payload.UiLocales,
        _ => null,
    };
}
