using Microsoft.AspNetCore.Authentication;

namespace Connector.Host.Security;

/// <summary>Lets nobody without a key see anything under <c>/api</c>, not even which routes exist.</summary>
internal sealed class ApiGate(RequestDelegate next)
{
    public const string Prefix = "/api";

    public Task InvokeAsync(HttpContext context)
    {
        var isClosed = context.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase)
            && context.User.Identity?.IsAuthenticated != true;
        return isClosed ? context.ChallengeAsync() : next(context);
    }
}
