namespace Connector.Host.WebConsole;

/// <summary>Recognises templates as the bundled connectors have them: a text by usage type and language.</summary>
internal static class TemplateShape
{
    public const string UsageType = "usageType";
    public const string Content = "content";
    public const string Locale = "locale";

    private static readonly string[] All = [UsageType, Content, Locale];

    /// <summary>Whether the items of an array are templates and nothing more.</summary>
    public static bool Fits(SchemaView item)
    {
        var members = item.Members();
        return members.Contains(UsageType)
            && members.Contains(Content)
            && members.All(All.Contains)
            && members.All(name => IsText(item.Member(name)));
    }

    private static bool IsText(SchemaView member) =>
        FieldKinds.TypeOf(member) == "string" && !member.Is("writeOnly");
}
