using Connector.Abstractions;
using Connector.Host.Problems;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;

namespace Connector.Host.WebConsole;

/// <summary>Changes a stored connector, and shows a configured one.</summary>
public sealed partial class SettingsEditor
{
    private TestInput test = new();
    private ConnectorEdit edit = null!;
    private IReadOnlyList<ConfigIssue> issues = [];
    private ApiProblem? problem;
    private bool isLive;
    private bool isRestored;
    private bool isReviewing;
    private SchemaForm? form;

    /// <summary>The connector as it is.</summary>
    [Parameter, EditorRequired]
    public ConnectorInfo Connector { get; set; } = null!;

    /// <summary>Its plugin.</summary>
    [Parameter, EditorRequired]
    public InstalledPlugin Plugin { get; set; } = null!;

    /// <summary>It was changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private ConnectorDrafts Edited { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    private string Page => PageOf(Connector.Name);

    private string TestPage => $"test:{Connector.Name}";

    private bool IsConfigured => Connector.Source != "Stored";

    private bool IsEnabled => (bool?)edit.After["enabled"] ?? true;

    // Somebody else's change: what is edited here began with something that is no more.
    private bool IsOvertaken => isLive && edit.IsChanged && edit.Revision != Connector.Revision;

    private IReadOnlyList<JsonChange> Changes => edit.Changes(Edited, Connector.PluginId);

    /// <summary>Under which name the draft of a connector's settings is kept.</summary>
    /// <param name="name">The connector.</param>
    /// <returns>The name.</returns>
    public static string PageOf(string name) => $"connector:{name}";

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Begin();
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!edit.IsChanged && edit.Revision != Connector.Revision)
        {
            Begin();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        if (!IsConfigured && await Drafts.ReadAsync<ConnectorEdit>(Page) is { IsChanged: true } kept)
        {
            edit = kept;
            isRestored = true;
        }

        test = await Drafts.ReadAsync<TestInput>(TestPage) ?? test;
        isLive = true;
        StateHasChanged();
    }

    private void Begin()
    {
        edit = ConnectorEdit.Of(Connector);
        issues = Connector.ConfigIssues;
    }

    private async Task SwitchAsync(ChangeEventArgs change)
    {
        edit.After["enabled"] = (bool)change.Value!;
        await EditedAsync();
    }

    private async Task EditedAsync()
    {
        isReviewing = false;
        problem = null;
        CheckSoon();
        if (edit.IsChanged)
        {
            await Drafts.KeepAsync(Page, edit);
        }
        else
        {
            await Drafts.DiscardAsync(Page);
        }
    }

    private protected override Task CheckWhileTypingAsync() => CheckAsync();

    private async Task CheckAsync()
    {
        problem = await Attempts.RunAsync(async () => issues = FormIssues.Of(await Edited.CheckAsync(
            Connector.Name, Connector.PluginId, NewConnector.ToElement(edit.Config), CancellationToken.None)));
        StateHasChanged();
    }

    private async Task ReviewAsync()
    {
        Checks.Cancel();
        await CheckAsync();
        isReviewing = problem is null && form is null or { Unread.Count: 0 };
    }

    private async Task DiscardAsync()
    {
        Checks.Cancel();
        await Drafts.DiscardAsync(Page);
        isReviewing = false;
        isRestored = false;
        problem = null;
        Begin();
    }

    private async Task RebaseAsync()
    {
        edit.Rebase(Connector);
        isReviewing = false;
        problem = null;
        await Drafts.KeepAsync(Page, edit);
    }

    private async Task SaveAsync()
    {
        var terms = new ChangeTerms(await AuthorAsync(), [edit.Revision ?? 0]);
        ConnectorInfo? saved = null;
        problem = await Attempts.RunAsync(async () => saved =
            await Connectors.ChangeAsync(Connector.Name, edit.ToPatch(), terms, CancellationToken.None));
        isReviewing = false;
        if (saved is null)
        {
            issues = FormIssues.Of(problem) is { Count: > 0 } found ? found : issues;
            await Changed.InvokeAsync();
            return;
        }

        await Drafts.DiscardAsync(Page);
        isRestored = false;
        edit = ConnectorEdit.Of(saved);
        issues = saved.ConfigIssues;
        await Changed.InvokeAsync();
        Snackbar.Add(Text["Saved"], Severity.Success);
    }

    private Task KeepTestAsync() => Drafts.KeepAsync(TestPage, test);

    private Task<TestSendResult> TestAsync(TestSendRequest request, CancellationToken cancellationToken) =>
        IsConfigured
            ? Sender.TestConnectorAsync(Connector.Name, request, cancellationToken)
            : Edited.TestAsync(
                Connector.Name, Connector.PluginId, NewConnector.ToElement(edit.Config), request, cancellationToken);

    private void Tested((TestSendResult? Result, ApiProblem? Problem) end)
    {
        if (FormIssues.Of(end.Problem) is { Count: > 0 } found)
        {
            issues = found;
        }
    }

    private async Task AskToLeaveAsync(LocationChangingContext leaving)
    {
        // The draft stays in any case; still, who leaves should know that nothing was saved.
        if (edit.IsChanged
            && !await Browser.InvokeAsync<bool>(
                "confirm", Timeout.InfiniteTimeSpan, Text["Leave"].Value))
        {
            leaving.PreventNavigation();
        }
    }
}
