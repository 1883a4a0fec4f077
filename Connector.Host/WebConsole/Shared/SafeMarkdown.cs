using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Connector.Host.WebConsole;

/// <summary>
/// Shows a stranger's Markdown: its HTML as text, its links to web pages only, its pictures not at all.
/// </summary>
internal static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .DisableHtml()
        .Build();

    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // The page has a first heading of its own.
            heading.Level = Math.Min(heading.Level + 1, 6);
        }

        foreach (var wide in document.Descendants().Where(part => part is CodeBlock or Table))
        {
            // It may be wider than the page, and then scrolls: also for who has no mouse.
            wide.GetAttributes().AddProperty("tabindex", "0");
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Tame(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsWeb(link.Url)))
        {
            link.Url = "#";
        }

        return document.ToHtml(Pipeline);
    }

    private static void Tame(LinkInline link)
    {
        if (link.IsImage || !IsWeb(link.GetDynamicUrl?.Invoke() ?? link.Url))
        {
            // What it says stays.
            var text = new ContainerInline();
            link.ReplaceBy(text, copyChildren: true);
            return;
        }

        var attributes = link.GetAttributes();
        attributes.AddProperty("target", "_blank");
        attributes.AddProperty("rel", "noopener noreferrer");
    }

    private static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http" or "mailto";
}
