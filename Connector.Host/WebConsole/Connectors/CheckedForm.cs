using Connector.Runtime.Connectors;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace Connector.Host.WebConsole;

/// <summary>
/// A connector's form: what is typed is kept as a draft, and checked once nothing was typed for a while.
/// </summary>
public abstract class CheckedForm : PagePart
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    [Inject]
    private protected StoredConnectors Connectors { get; set; } = null!;

    [Inject]
    private protected TestSender Sender { get; set; } = null!;

    [Inject]
    private protected Attempts Attempts { get; set; } = null!;

    [Inject]
    private protected Drafts Drafts { get; set; } = null!;

    [Inject]
    private protected ISnackbar Snackbar { get; set; } = null!;

    /// <summary>The check that waits; cancelled by whoever checks at once.</summary>
    private protected Debounce Checks { get; private set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized() => Checks = new Debounce(Quiet, Time);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        Checks?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Checks what has been typed so far, and shows what it finds.</summary>
    private protected abstract Task CheckWhileTypingAsync();

    private protected void CheckSoon() => _ = Checks.RunAsync(_ => InvokeAsync(CheckWhileTypingAsync));

    /// <summary>Who is at the console: the author of what is saved.</summary>
    private protected async Task<string?> AuthorAsync() => ConsoleSessions.KeyOf((await Authentication).User);
}
