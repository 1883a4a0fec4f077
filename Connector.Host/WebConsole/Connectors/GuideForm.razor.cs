using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connector.Host.Problems;
using Connector.Runtime.Connectors;
using Connector.Runtime.Plugins;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Connector.Host.WebConsole;

/// <summary>The form of a guide: from an empty configuration to a connector that serves.</summary>
public sealed partial class GuideForm
{
    private SchemaForm? form;
    private GuideDraft draft = null!;
    private IReadOnlyList<ConfigIssue> issues = [];
    private ApiProblem? problem;
    private bool isReady;
    private bool isRestored;
    private bool isSaved;
    private bool isTested;
    private bool isHandedOver;
    private bool isWholeShown;
    private string? verdict;

    /// <summary>The plugin.</summary>
    [Parameter, EditorRequired]
    public InstalledPlugin Plugin { get; set; } = null!;

    /// <summary>The connector that the new one is to take over from.</summary>
    [Parameter]
    public ConnectorInfo? Replaced { get; set; }

    [Inject]
    private ConnectorRegistry Registry { get; set; } = null!;

    [Inject]
    private ConfigChecker Checker { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string PluginId => Plugin.Id!;

    private string Page => $"guide:{PluginId}";

    private string? NameFault => Registry.Find(draft.Name.Trim()) is { } taken && !isSaved
        ? Text["Connector.Name.Taken", taken.Name]
        : FormIssues.At(problem, "/name");

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        draft = New();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        if (await Drafts.ReadAsync<GuideDraft>(Page) is { } kept)
        {
            draft = kept;
            isRestored = true;
        }

        isReady = true;
        StateHasChanged();
    }

    private GuideDraft New() => new(NewConnector.NameFor(PluginId, Registry), [], new TestInput());

    private Task KeepAsync() => Drafts.KeepAsync(Page, draft);

    private async Task DiscardAsync()
    {
        Checks.Cancel();
        await Drafts.DiscardAsync(Page);
        draft = New();
        isRestored = false;
        isWholeShown = false;
        issues = [];
        problem = null;
        verdict = null;
    }

    private async Task RenameAsync(ChangeEventArgs change)
    {
        draft = draft with { Name = (string?)change.Value ?? "" };
        problem = null;
        await KeepAsync();
    }

    private async Task EditedAsync()
    {
        isTested = false;
        verdict = null;
        CheckSoon();
        await KeepAsync();
    }

    // Being told that everything is missing before one has begun helps nobody.
    private protected override async Task CheckWhileTypingAsync()
    {
        if (await CheckAsync() is { } check)
        {
            issues = isWholeShown ? FormIssues.Of(check) : FormIssues.OfFilledIn(check, draft.Config);
            StateHasChanged();
        }
    }

    private async Task CheckAllAsync()
    {
        Checks.Cancel();
        isWholeShown = true;
        verdict = null;
        problem = null;
        if (await CheckAsync() is { } check)
        {
            issues = FormIssues.Of(check);
            verdict = check.IsValid ? Text["Check.Valid"] : Text["Check.Invalid", check.Errors.Count];
        }
    }

    private async Task<ConfigCheck?> CheckAsync()
    {
        ConfigCheck? check = null;
        var failed = await Attempts.RunAsync(async () => check = await Checker.CheckAsync(
            PluginId, NewConnector.ToElement(draft.Config), CancellationToken.None));
        problem = failed ?? problem;
        return check;
    }

    private Task<TestSendResult> TestAsync(TestSendRequest request, CancellationToken cancellationToken)
    {
        Checks.Cancel();
        return Sender.TestPluginAsync(PluginId, NewConnector.ToElement(draft.Config), request, cancellationToken);
    }

    private void Tested((TestSendResult? Result, ApiProblem? Problem) end)
    {
        isTested = end.Result?.Outcome is SendOutcome.Accepted;
        isHandedOver = isTested && Replaced?.Source == "Stored";
        isWholeShown |= FormIssues.Of(end.Problem).Count > 0;
        issues = FormIssues.Of(end.Problem);
    }

    private async Task SaveAsync()
    {
        Checks.Cancel();
        if (form is { Unread.Count: > 0 and var unread })
        {
            // Saving would leave out what has been typed: the form says where.
            isWholeShown = true;
            verdict = Text["Check.Invalid", unread];
            return;
        }

        problem = null;
        ConnectorInfo? created = null;
        problem = await Attempts.RunAsync(async () => created = await CreateAsync());
        if (created is null)
        {
            await ShowWhatIsWrongAsync();
            return;
        }

        isSaved = true;
        await Drafts.DiscardAsync(Page);
        Snackbar.Add(Text["Saved.New", created.Name], Severity.Success);
        if (Replaced is not null && isHandedOver && await HandOverAsync(Replaced.Name) is not null)
        {
            Snackbar.Add(Text["HandOver.Failed", Replaced.Name], Severity.Error);
        }

        Navigation.NavigateTo(ConnectorAddress.Of(created.Name));
    }

    // A name that is taken is told before the rest is looked at.
    private async Task ShowWhatIsWrongAsync()
    {
        isWholeShown = true;
        issues = FormIssues.Of(problem);
        if (issues.Count == 0 && await CheckAsync() is { } check)
        {
            issues = FormIssues.Of(check);
        }
    }

    private async Task<ConnectorInfo> CreateAsync()
    {
        var definition = NewConnector.Define(draft.Name, PluginId, draft.Config, Replaced);
        definition["enabled"] = Replaced is null || isHandedOver;
        return await Connectors.CreateAsync(definition, await AuthorAsync(), CancellationToken.None);
    }

    // Only now: until the new one serves, the old one does.
    private async Task<ApiProblem?> HandOverAsync(string replaced)
    {
        var terms = new ChangeTerms(await AuthorAsync());
        var off = new JsonObject { ["enabled"] = false };
        return await Attempts.RunAsync(() => Connectors.ChangeAsync(replaced, off, terms, CancellationToken.None));
    }
}
