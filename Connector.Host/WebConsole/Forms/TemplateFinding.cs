namespace Connector.Host.WebConsole;

/// <summary>Something about a template that its author may not expect.</summary>
/// <param name="Kind">What: the key of its text in <c>FormsText</c>.</param>
/// <param name="Details">What the text names.</param>
/// <param name="Mended">The template without it; none when that is for a person to decide.</param>
internal sealed record TemplateFinding(string Kind, IReadOnlyList<object> Details, string? Mended = null);
