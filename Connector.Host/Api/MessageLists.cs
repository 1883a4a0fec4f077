using System.Globalization;
using Connector.Host.Problems;
using Connector.Runtime.Delivery;
using Microsoft.Net.Http.Headers;

namespace Connector.Host.Api;

/// <summary>What lists of messages need beside the messages.</summary>
internal static class MessageLists
{
    private static readonly string[] Parameters = ["status", "to", "connector", "from", "until", "limit", "cursor"];

    /// <summary>A misspelt filter would silently list everything.</summary>
    /// <exception cref="ProblemException">A parameter is not known.</exception>
    public static void RefuseUnknownParameters(IQueryCollection query)
    {
        var unknown = query.Keys.Where(name => !Parameters.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count > 0)
        {
            throw new ProblemException(KnownProblems.InvalidParameters(
            [
                .. unknown.Select(name => new ProblemError(
                    $"/{name}", $"There is no such parameter. Use {string.Join(", ", Parameters)}.")),
            ]));
        }
    }

    /// <summary>Gives the address of the next page (RFC 8288). The filters are in the cursor.</summary>
    public static void LinkNext(HttpContext context, MessagePage page)
    {
        if (page.Next is { } cursor)
        {
            var address = $"{context.Request.PathBase}{ApiEndpoints.Base}/messages";
            context.Response.Headers[HeaderNames.Link] = string.Create(
                CultureInfo.InvariantCulture, $"<{address}?limit={page.Limit}&cursor={cursor}>; rel=\"next\"");
        }
    }
}
