using System.Net.Mime;
using Connector.Host.Security;
using Connector.Runtime.Audit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Extensions;

namespace Connector.Host.WebConsole;

/// <summary>
/// Signing in and out. A form each, because a cookie comes with an answer, not over a page's connection.
/// </summary>
internal static class SignInEndpoints
{
    // The cookie is not sent along while a chain of addresses began on another site, such as a mail's link.
    private const string Enter =
        "<!doctype html><meta charset=\"utf-8\"><link rel=\"icon\" href=\"/console/icon.svg\">"
        + "<meta http-equiv=\"refresh\" content=\"0;url=/\"><title>…</title>";

    public static void MapConsoleSessions(this IEndpointRouteBuilder app)
    {
        var console = app.MapGroup("").ExcludeFromDescription();
        console.MapPost(SignInForm.Action, SignInAsync).DisableAntiforgery();
        console.MapPost(SignInForm.SignOutAction, SignOutAsync)
            .DisableAntiforgery()
            .RequireAuthorization(ConsoleSessions.Policy);
        console.MapGet($"{ConsolePaths.Base}/open/{{token}}", OpenAsync);
    }

    /// <summary>The address that signs in by a link.</summary>
    public static string LinkTo(string token) => $"{ConsolePaths.Base}/open/{token}";

    private static async Task SignInAsync(
        HttpContext context, ApiKeys keys, AuditLog audit, IAntiforgery antiforgery)
    {
        if (await ReadAsync(context, antiforgery) is not { } form)
        {
            Again(context, SignInForm.OldForm, returnTo: null);
            return;
        }

        var returnTo = SignInForm.LocalOrHome(form[SignInForm.ReturnTo]);
        if (keys.Find(form[SignInForm.Key].ToString().Trim()) is not { } keyId)
        {
            Again(context, SignInForm.WrongKey, returnTo);
            return;
        }

        await BeginAsync(context, keyId, audit);
        context.Response.Redirect(returnTo);
    }

    private static async Task SignOutAsync(HttpContext context, ConsoleSessions sessions, IAntiforgery antiforgery)
    {
        if (await antiforgery.IsRequestValidAsync(context))
        {
            await sessions.EndAsync(context);
        }

        context.Response.Redirect(ConsolePaths.SignIn);
    }

    private static async Task OpenAsync(
        string token, HttpContext context, SignInLinks links, ApiKeys keys, AuditLog audit)
    {
        if (links.Take(token) is not { } keyId || !keys.IsValid(keyId))
        {
            Again(context, SignInForm.UsedLink, returnTo: null);
            return;
        }

        await BeginAsync(context, keyId, audit);
        context.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        await context.Response.WriteAsync(Enter, context.RequestAborted);
    }

    private static async Task BeginAsync(HttpContext context, string keyId, AuditLog audit)
    {
        await ConsoleSessions.BeginAsync(context, keyId);
        await audit.WriteDoneAsync(keyId, AuditActions.ConsoleSignedIn, subject: null);
    }

    private static async Task<IFormCollection?> ReadAsync(HttpContext context, IAntiforgery antiforgery) =>
        context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context)
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : null;

    private static void Again(HttpContext context, string trouble, string? returnTo)
    {
        var query = new QueryBuilder { { SignInForm.Trouble, trouble } };
        if (returnTo is not null)
        {
            query.Add(SignInForm.ReturnTo, returnTo);
        }

        context.Response.Redirect(ConsolePaths.SignIn + query);
    }
}
