using System.Security.Claims;
using Connector.Host.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Net.Http.Headers;

namespace Connector.Host.Security;

/// <summary>Authenticates <c>Authorization: Bearer</c> with an API key.</summary>
/// <remarks>
/// Implements the interface itself, because the base class of ASP.NET Core brings data protection along, which
/// would write key rings into the home folder at start.
/// </remarks>
internal sealed class ApiKeyAuthentication(ApiKeys keys) : IAuthenticationHandler
{
    public const string Scheme = "ApiKey";

    private const string BearerPrefix = "Bearer ";

    private HttpContext? current;

    private HttpContext Context => current ?? throw new InvalidOperationException("Not initialised.");

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        current = context;
        return Task.CompletedTask;
    }

    public Task<AuthenticateResult> AuthenticateAsync()
    {
        // Without a key the same work is done as with a wrong one.
        var keyId = keys.Find(ReadBearer(Context.Request.Headers.Authorization.ToString()));
        return Task.FromResult(keyId is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(keyId), Scheme)));
    }

    public Task ChallengeAsync(AuthenticationProperties? properties)
    {
        Context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"connector-host\"";
        return ProblemWriter.WriteAsync(Context, KnownProblems.Unauthorized);
    }

    public Task ForbidAsync(AuthenticationProperties? properties) => ChallengeAsync(properties);

    private static string ReadBearer(string header) =>
        header.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) ? header[BearerPrefix.Length..].Trim() : "";

    private static ClaimsPrincipal PrincipalOf(string keyId) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, keyId)], Scheme));
}
