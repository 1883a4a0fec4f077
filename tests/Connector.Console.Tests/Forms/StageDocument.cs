using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace Connector.Console.Tests.Forms;

/// <summary>The page.</summary>
[Route("/")]
public sealed class StageDocument : ComponentBase
{
    private static readonly string[] Styles = ["console/console.css", "console/forms.css"];
    private static readonly string[] Scripts = ["console/console.js", "_framework/blazor.web.js"];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!DOCTYPE html>");
        builder.OpenElement(1, "html");
        builder.AddAttribute(2, "lang", "en");
        builder.AddMarkupContent(3, $"""
            <head><base href="/"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Form</title>
            {string.Concat(Styles.Select(style => $"<link rel=\"stylesheet\" href=\"{style}\">"))}
            <link rel="icon" href="console/icon.svg"></head>
            """);
        builder.OpenElement(4, "body");
        builder.OpenComponent<StageForm>(5);
        builder.AddComponentRenderMode(RenderMode.InteractiveServer);
        builder.CloseComponent();
        builder.AddMarkupContent(6, string.Concat(Scripts.Select(script => $"<script src=\"{script}\"></script>")));
        builder.CloseElement();
        builder.CloseElement();
    }
}
