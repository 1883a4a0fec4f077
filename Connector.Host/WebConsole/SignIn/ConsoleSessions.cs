using System.Collections.Concurrent;
using System.Security.Claims;
using Connector.Host.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Connector.Host.WebConsole;

/// <summary>Who is signed in to the console: whoever has shown a key of this host. Thread-safe.</summary>
/// <remarks>A session ends when it is signed out, after a working day, or when its key is no longer one.</remarks>
internal sealed class ConsoleSessions : IDisposable
{
    /// <summary>The authentication scheme, a cookie.</summary>
    public const string Scheme = "Console";

    /// <summary>What pages require.</summary>
    public const string Policy = "Console";

    private const string SessionClaim = "sid";

    private readonly ConcurrentDictionary<string, bool> ended = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ConsoleSessionWatch, bool> watches = new();
    private readonly ApiKeys keys;

    public ConsoleSessions(ApiKeys keys)
    {
        this.keys = keys;
        keys.Changed += EndRevoked;
    }

    public static string? IdOf(ClaimsPrincipal user) => user.FindFirstValue(SessionClaim);

    /// <summary>The id of the key somebody has signed in with; the author of what they change.</summary>
    public static string? KeyOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Begins a new session, whatever cookie the browser has brought along.</summary>
    public static Task BeginAsync(HttpContext context, string keyId)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, keyId), new Claim(SessionClaim, Guid.NewGuid().ToString("n"))],
            Scheme);
        return context.SignInAsync(
            Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = false });
    }

    /// <summary>Tells an open page when its session has ended, until that is disposed of.</summary>
    public ConsoleSessionWatch Watch(string session, string? key, Action whenEnded)
    {
        var watch = new ConsoleSessionWatch(session, key, whenEnded, left => watches.TryRemove(left, out _));
        watches[watch] = true;
        if (ended.ContainsKey(session) || !IsOfValidKey(watch))
        {
            // Between the page's request and its connection.
            watch.Ended();
        }

        return watch;
    }

    public async Task EndAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(Scheme);
        if (result.Principal is { } user && IdOf(user) is { } session)
        {
            ended[session] = true;
            foreach (var watch in watches.Keys.Where(watch => watch.Session == session))
            {
                watch.Ended();
            }
        }

        await context.SignOutAsync(Scheme);
    }

    /// <summary>Refuses the cookie of a session that has ended elsewhere.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } user
            && IdOf(user) is { } session
            && !ended.ContainsKey(session)
            && KeyOf(user) is { } key
            && keys.IsValid(key))
        {
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    public void Dispose() => keys.Changed -= EndRevoked;

    private bool IsOfValidKey(ConsoleSessionWatch watch) => watch.Key is { } key && keys.IsValid(key);

    private void EndRevoked(object? sender, EventArgs change)
    {
        foreach (var watch in watches.Keys.Where(watch => !IsOfValidKey(watch)))
        {
            watch.Ended();
        }
    }
}
