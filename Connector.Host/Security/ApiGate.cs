using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Connector.Host.Security;

/// <summary>
/// Lets nobody without a key see anything under <c>/api</c>, not even which routes exist. Routes that check their
/// callers themselves say so with <see cref="IAllowAnonymous"/>.
/// </summary>
internal sealed class ApiGate(RequestDelegate next)
{
    public const string Prefix = "/api";

    public Task InvokeAsync(HttpContext context)
    {
        var isClosed = context.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase)
            && context.User.Identity?.IsAuthenticated != true
            && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;
        return isClosed ? context.ChallengeAsync() : next(context);
    }
}
