using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Templates;

namespace Connectors.TwilioSms.Configuration;

/// <summary>An entry of <c>templates</c> as far as it could be read.</summary>
/// <param name="Index">Its place.</param>
/// <param name="UsageType">Empty when it can't be read.</param>
/// <param name="Content"><see langword="null"/> when it isn't a text.</param>
/// <param name="Locale">In one notation; <see langword="null"/> for every language.</param>
internal sealed record TemplateEntry(int Index, string UsageType, string? Content, string? Locale)
{
    public string Pointer => $"/templates/{Index}";

    public SmsTemplate? Template { get; } =
        Content is null ? null : new SmsTemplate(Connector.Abstractions.UsageType.Generic, Content);

    public static TemplateEntry Read(JsonElement entry, int index) => new(
        index,
        entry.ReadText("usageType") ?? "",
        entry.Has("content", JsonValueKind.String) ? entry.GetProperty("content").GetString() : null,
        entry.ReadText("locale")?.Replace('_', '-'));

    public ConfigIssue Error(string member, string message) => new($"{Pointer}{member}", message);

    public ConfigIssue Warning(string member, string message) =>
        new($"{Pointer}{member}", message, ConfigIssueSeverity.Warning);
}
