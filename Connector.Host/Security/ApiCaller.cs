using System.Security.Claims;

namespace Connector.Host.Security;

/// <summary>Who asks.</summary>
internal static class ApiCaller
{
    /// <summary>The id of the key that a request came with: the author of what it changes.</summary>
    public static string? KeyOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);
}
