using Connector.Runtime.Connectors;
using Microsoft.AspNetCore.Components;

namespace Connector.Host.WebConsole;

/// <summary>
/// Asks what a connector has spent this month, beside the page: nothing waits for its provider, which the runtime asks
/// rarely however often this does.
/// </summary>
public abstract class SpendReader : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource gone = new();

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

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Asks no more.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing)
    {
        gone.Cancel();
        gone.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _ = Repeating.RunAsync(Pace, Time, () => InvokeAsync(AskAsync), gone.Token);
            await AskAsync();
        }
    }

    private async Task AskAsync()
    {
        var left = gone.Token;
        ConnectorUsageReport? report = null;
        var problem = await Attempts.RunAsync(
            async () => report = await Usage.ReadAsync(Name, Usage.MonthStart, left));
        if (!left.IsCancellationRequested)
        {
            Answer = new SpendAnswer(report, problem);
            StateHasChanged();
        }
    }
}
