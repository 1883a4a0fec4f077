using Connector.Host.Problems;
using Connector.Runtime.Connectors;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace Connector.Host.WebConsole;

/// <summary>What a stored connector has been, and the way back there.</summary>
public sealed partial class HistoryCard
{
    private const int PageLength = 10;

    private IReadOnlyList<ConnectorRevision>? changes;
    private ApiProblem? problem;
    private long? asked;
    private long? read;
    private int shown = PageLength;
    private bool isLive;

    /// <summary>Its name.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Which change made it what it is; <see langword="null"/> when it is gone.</summary>
    [Parameter]
    public long? Revision { get; set; }

    /// <summary>It has been rolled back.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    // What is shown counts: the page may learn of a change a moment later than this list, or earlier.
    private long? Newest => changes is [var newest, ..] ? newest.Revision : Revision;

    private long Present => changes is [{ Connector: not null } newest, ..] ? newest.Revision : 0;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (isLive && read != Revision)
        {
            await ReadAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            isLive = true;
            await Clock.LearnAsync();
            await ReadAsync();
            StateHasChanged();
        }
    }

    private async Task MoreAsync()
    {
        shown += PageLength;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        read = Revision;
        var failed = await Attempts.RunAsync(async () =>
            changes = await Connectors.ReadHistoryAsync(Name, before: null, shown, CancellationToken.None));

        // A name that nobody ever had has no history; that is no trouble.
        problem = failed?.Status == StatusCodes.Status404NotFound ? null : failed;
        changes ??= [];
    }

    private async Task RollBackAsync()
    {
        var author = ConsoleSessions.KeyOf((await Authentication).User);
        problem = await Attempts.RunAsync(() => Connectors.RollBackAsync(
            Name, asked!.Value, new ChangeTerms(author, [Present]), CancellationToken.None));
        if (problem is null)
        {
            Snackbar.Add(Text["RollBack.Done", asked!.Value], Severity.Success);
            asked = null;
            await Changed.InvokeAsync();
            await ReadAsync();
        }
    }
}
