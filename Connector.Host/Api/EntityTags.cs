using System.Globalization;
using Connector.Host.Problems;
using Microsoft.Net.Http.Headers;

namespace Connector.Host.Api;

/// <summary>Revisions as entity tags (RFC 9110).</summary>
internal static class EntityTags
{
    /// <summary>Sets the <c>ETag</c> of an answer; nothing that is configured has one.</summary>
    public static void Write(HttpResponse response, long? revision)
    {
        if (revision is { } number)
        {
            response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{number}\"");
        }
    }

    /// <summary>
    /// The revisions that <c>If-Match</c> allows; <see langword="null"/> when it is missing or allows any.
    /// </summary>
    /// <exception cref="ProblemException">The header can't be read.</exception>
    public static IReadOnlyCollection<long>? ReadIfMatch(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0)
        {
            return null;
        }

        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags) || tags.Count == 0)
        {
            throw new ProblemException(KnownProblems.ForStatus(StatusCodes.Status400BadRequest));
        }

        // A weak tag, or one that was never given out, matches nothing.
        return tags.Contains(EntityTagHeaderValue.Any)
            ? null
            : [.. tags.Where(tag => !tag.IsWeak).Select(Revision).OfType<long>()];
    }

    private static long? Revision(EntityTagHeaderValue tag) =>
        long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : null;
}
