using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;

namespace Connector.Host.WebConsole;

/// <summary>
/// Keeps in the browser what has been typed into a page and isn't saved yet: sealed by this host, for as long as the
/// tab is open. It outlives the connection, the session and the page. One for each open console.
/// </summary>
internal sealed class Drafts(ProtectedSessionStorage storage)
{
    private readonly Dictionary<string, string> waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> writing = new(StringComparer.Ordinal);

    /// <summary>Reads the draft of a page.</summary>
    /// <returns><see langword="null"/> when there is none, or none that this host can read.</returns>
    public async Task<T?> ReadAsync<T>(string page)
        where T : class
    {
        try
        {
            var found = await storage.GetAsync<string>(page);
            return found is { Success: true, Value: { } json } ? JsonSerializer.Deserialize<T>(json) : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            await DiscardAsync(page);
            return null;
        }
    }

    /// <summary>Keeps what is in a page now; of several at once, the last one stays.</summary>
    public async Task KeepAsync<T>(string page, T draft)
        where T : class
    {
        waiting[page] = JsonSerializer.Serialize(draft);
        if (!writing.Add(page))
        {
            return;
        }

        try
        {
            while (waiting.Remove(page, out var json))
            {
                await storage.SetAsync(page, json);
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone; what it has it keeps.
        }
        finally
        {
            writing.Remove(page);
        }
    }

    /// <summary>Forgets the draft of a page.</summary>
    public async Task DiscardAsync(string page)
    {
        waiting.Remove(page);
        await storage.DeleteAsync(page);
    }
}
