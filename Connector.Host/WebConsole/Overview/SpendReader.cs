using Connector.Runtime.Connectors;
using Microsoft.AspNetCore.Components;

namespace Connector.Host.WebConsole;

/// <summary>
/// Asks what a connector has spent this month, beside the page: nothing waits for its provider, which the runtime asks
/// rarely however often this does.
/// </summary>
public abstract class SpendReader : PagePart
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);

    /// <summary>The connector's name.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What came of it.</summary>
    /// <value><see langword="null"/> while nobody has answered yet.</value>
    protected SpendAnswer? Answer { get; private set; }

    [Inject]
    private ConnectorUsage Usage { get; set; } = null!;

    [Inject]
    private Attempts Attempts { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Repeat(Pace, AskAsync);
            await AskAsync();
        }
    }

    private async Task AskAsync()
    {
        ConnectorUsageReport? report = null;
        var problem = await Attempts.RunAsync(
            async () => report = await Usage.ReadAsync(Name, Usage.MonthStart, Left));
        if (!Left.IsCancellationRequested)
        {
            Answer = new SpendAnswer(report, problem);
            StateHasChanged();
        }
    }
}
