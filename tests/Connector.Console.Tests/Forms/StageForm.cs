using System.Text.Encodings.Web;
using System.Text.Json;
using Connector.Abstractions;
using Connector.Host.WebConsole;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Connector.Console.Tests.Forms;

/// <summary>The form, and below it what it has made of the configuration.</summary>
public sealed class StageForm : ComponentBase
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private bool isLive;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            isLive = true;
            StateHasChanged();
        }
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var staged = FormStage.Forms[new Uri(Navigation.Uri).Query.TrimStart('?')];
        builder.OpenElement(0, "main");
        builder.AddMarkupContent(1, "<h1>Form</h1>");
        builder.OpenElement(2, "div");
        builder.AddAttribute(3, "class", "card");
        builder.AddAttribute(4, "data-live", isLive ? "true" : "false");
        builder.OpenComponent<SchemaForm>(5);
        builder.AddComponentParameter(6, nameof(SchemaForm.SchemaJson), staged.Schema);
        builder.AddComponentParameter(7, nameof(SchemaForm.Value), staged.Edited);
        builder.AddComponentParameter(8, nameof(SchemaForm.Issues), (IReadOnlyList<ConfigIssue>)staged.Issues);
        builder.AddComponentParameter(9, nameof(SchemaForm.ReadOnly), staged.IsReadOnly);
        builder.AddComponentParameter(
            10, nameof(SchemaForm.Changed), EventCallback.Factory.Create(this, StateHasChanged));
        builder.CloseComponent();
        builder.CloseElement();
        builder.OpenElement(11, "pre");
        builder.AddAttribute(12, "id", "value");
        builder.AddAttribute(13, "tabindex", "0");
        builder.AddContent(14, staged.Edited.ToJsonString(Readable));
        builder.CloseElement();
        builder.CloseElement();
    }
}
